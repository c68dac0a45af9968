// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * Policy regret: the learner's loss minus what the best fixed action would have lost, had it been played from the start
 * and had the adversary reacted to that.
 *
 * <p>R. Arora, O. Dekel and A. Tewari (2012), arXiv:1206.6400. Against an adversary that does not react it is {@link
 * ExternalRegret}.
 *
 * @param value the sum over rounds of the loss on the played actions minus the loss on the constant sequence
 * @param comparator the action whose constant sequence loses least, the lowest on ties
 */
public record PolicyRegret(double value, int comparator) {
    /**
     * Computes the policy regret, by playing every constant sequence: K + 1 plays of T rounds.
     *
     * @param adversary the adversary
     * @param played the action of each round, in 0 .. K - 1
     * @return the regret and its comparator
     */
    public static PolicyRegret of(ReplayableAdversary adversary, int[] played) {
        for (int round = 0; round < played.length; round++) {
            Checks.index(played[round], adversary.actions(), "played[" + round + "]");
        }
        int[] history = played.clone();
        double suffered = total(adversary, history);
        PolicyRegret largest = new PolicyRegret(Double.NEGATIVE_INFINITY, 0);
        for (int action = 0; action < adversary.actions(); action++) {
            Arrays.fill(history, action);
            double regret = suffered - total(adversary, history);
            if (regret > largest.value) {
                largest = new PolicyRegret(regret, action);
            }
        }
        return largest;
    }

    private static double total(ReplayableAdversary adversary, int[] history) {
        CompensatedSum sum = new CompensatedSum();
        for (int round = 0; round < history.length; round++) {
            sum.add(Checks.finite(adversary.loss(history, round), "loss of round " + round));
        }
        return sum.value();
    }
}
