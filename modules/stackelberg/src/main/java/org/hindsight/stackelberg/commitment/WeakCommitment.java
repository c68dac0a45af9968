// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.stackelberg.BestResponse;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.jspecify.annotations.Nullable;

/**
 * The weak Stackelberg value: what the leader can come near to by committing, the follower breaking ties against the leader.
 *
 * <p>The value is {@code sup over x of min u(x, j)} over best responses j to x. It is the largest, over responses j that are
 * {@linkplain StrictInducibility strictly inducible}, of {@code max over x of min over k ~ j of u(x, k)}, x being such that j
 * is a best response and k ranging over the responses whose columns of V equal that of j. Responses are taken best bound
 * first, a program is left when it is below the best value known, and margins are computed only where they decide.
 *
 * <p>Complexity: at most n programs of m + 1 variables and n matrix games. Proof note: {@code proofs-notes/commitment.md}.
 * Source: B. von Stengel, S. Zamir (2010), "Leadership games with convex strategy sets".
 */
public final class WeakCommitment {
    private final BimatrixStackelbergGame game;
    private final ResponsePrograms programs;
    private final List<WeakCommitmentCertificate.@Nullable Refusal> refusals;
    private double incumbent = Double.NEGATIVE_INFINITY;
    private double @Nullable [] limit;
    private @Nullable StrictInducibility interior;
    private int others;

    private WeakCommitment(BimatrixStackelbergGame game) {
        this.game = game;
        this.programs = new ResponsePrograms(game, 0);
        this.refusals = new ArrayList<>(Collections.nCopies(game.responses(), null));
    }

    /**
     * Finds the value.
     *
     * @param game the game
     * @return the value with its proof
     * @throws org.hindsight.core.linear.LinearProgramException if a program's answer cannot be certified
     * @throws UncertifiedCommitmentException if the answer cannot be certified in the game
     */
    public static WeakCommitmentSolution solve(BimatrixStackelbergGame game) {
        return new WeakCommitment(game).solve();
    }

    private WeakCommitmentSolution solve() {
        List<Integer> classes = WeakCommitmentCertificate.classes(game);
        double[] keys = new double[game.responses()];
        int[] worst = new int[keys.length];
        int[] sizes = new int[keys.length];
        for (int c : classes) {
            keys[c] = Double.POSITIVE_INFINITY;
            for (int k = c; k < keys.length; k++) {
                if (StrictInducibility.areEqual(game, c, k)) {
                    sizes[c]++;
                    if (programs.most(k) < keys[c]) {
                        keys[c] = programs.most(k);
                        worst[c] = k;
                    }
                }
            }
        }
        List<Integer> order = new ArrayList<>(classes);
        order.sort((a, b) -> Double.compare(keys[b], keys[a]));
        for (int c : order) {
            if (keys[c] <= incumbent) {
                refusals.set(c, prices(worst[c], new double[keys.length]));
            } else if (sizes[c] == 1) {
                alone(c);
            } else {
                withEquals(c);
            }
        }
        return solution();
    }

    private WeakCommitmentCertificate.Prices prices(int weighted, double[] prices) {
        double[] weights = new double[game.responses()];
        weights[weighted] = 1;
        return new WeakCommitmentCertificate.Prices(weights, prices);
    }

    private void alone(int j) {
        SimplexDomainSolution answer = programs.solveAbove(j, incumbent);
        if (answer.status() == SolveStatus.INFEASIBLE) {
            others++;
            refusals.set(j, new WeakCommitmentCertificate.NotStrict(StrictInducibility.of(game, j)));
        } else if (answer.status() == SolveStatus.CUT_OFF) {
            refusals.set(j, prices(j, answer.dual()));
        } else {
            judge(j, answer.value(), answer.primal(), prices(j, answer.dual()));
        }
    }

    /** Variables x and t; "maximise t" where t is at most what each equal response brings, in units of the ranges. */
    private void withEquals(int j) {
        int m = game.dimension();
        int n = game.responses();
        double base = game.leaderPayoffAt(0, j);
        double unit = game.leaderRange() == 0 ? 1 : game.leaderRange();
        double stake = game.followerStake() == 0 ? 1 : game.followerStake();
        double[] objective = new double[m + 1];
        objective[m] = 1;
        LinearProgram.Builder builder = LinearProgram.maximise(objective).free(m);
        for (int k = 0; k < n; k++) {
            double[] row = new double[m + 1];
            boolean equal = StrictInducibility.areEqual(game, j, k);
            for (int i = 0; i < m; i++) {
                row[i] = equal
                        ? (base - game.leaderPayoffAt(i, k)) / unit
                        : (game.followerPayoffAt(i, k) - game.followerPayoffAt(i, j)) / stake;
            }
            row[m] = equal ? 1 : 0;
            builder.atMost(row, 0);
        }
        double[] ones = new double[m + 1];
        Arrays.fill(ones, 0, m, 1);
        LinearProgramResult result =
                LinearProgramSolver.standard().solve(builder.equalTo(ones, 1).build());
        others++;
        if (result instanceof LinearProgramResult.Infeasible) {
            others++;
            refusals.set(j, new WeakCommitmentCertificate.NotStrict(StrictInducibility.of(game, j)));
            return;
        }
        LinearProgramResult.Optimal optimal = result.optimal();
        double[] dual = optimal.dual();
        double[] weights = new double[n];
        double[] prices = new double[n];
        double total = 0;
        for (int k = 0; k < n; k++) {
            if (StrictInducibility.areEqual(game, j, k)) {
                weights[k] = Math.max(0, dual[k]);
                total += weights[k];
            } else {
                prices[k] = Math.max(0, dual[k]) * unit / stake;
            }
        }
        for (int k = 0; k < n; k++) {
            weights[k] /= total;
            prices[k] /= total;
        }
        double[] x = Arrays.copyOf(optimal.primal(), m);
        double sum = 0;
        for (int i = 0; i < m; i++) {
            x[i] = Math.max(0, x[i]);
            sum += x[i];
        }
        for (int i = 0; i < m; i++) {
            x[i] /= sum;
        }
        judge(j, base + unit * optimal.value(), x, new WeakCommitmentCertificate.Prices(weights, prices));
    }

    /** Takes a response that is better than the best so far, if it is strictly inducible. */
    private void judge(int j, double value, double[] x, WeakCommitmentCertificate.Prices prices) {
        refusals.set(j, prices);
        if (value > incumbent) {
            others++;
            StrictInducibility margin = StrictInducibility.of(game, j);
            if (margin.isStrict()) {
                incumbent = value;
                limit = x;
                interior = margin;
            } else {
                refusals.set(j, new WeakCommitmentCertificate.NotStrict(margin));
            }
        }
    }

    private WeakCommitmentSolution solution() {
        double[] x = limit;
        StrictInducibility margin = interior;
        if (x == null || margin == null) {
            throw new UncertifiedCommitmentException(
                    "no response is strictly inducible to working precision, though one must be",
                    Double.POSITIVE_INFINITY);
        }
        List<WeakCommitmentCertificate.Refusal> reasons = new ArrayList<>();
        for (int j = 0; j < refusals.size(); j++) {
            WeakCommitmentCertificate.Refusal reason = refusals.get(j);
            reasons.add(reason == null ? prices(j, new double[refusals.size()]) : reason);
        }
        WeakCommitmentCertificate certificate = WeakCommitmentCertificate.of(game, x, margin, reasons);
        if (!(certificate.gap() <= StrongCommitment.TOLERANCE)) {
            throw new UncertifiedCommitmentException(
                    "the weak value could be certified only to within " + certificate.gap() + ", expected "
                            + StrongCommitment.TOLERANCE,
                    certificate.gap());
        }
        return new WeakCommitmentSolution(
                certificate,
                isAttained(certificate),
                "programs of strictly inducible responses",
                StrongCommitment.TOLERANCE,
                programs.programs() + others);
    }

    private boolean isAttained(WeakCommitmentCertificate certificate) {
        double[] x = certificate.limit();
        double slack = BestResponse.DEFAULT_TOLERANCE * game.followerStake();
        int j = certificate.interior().response();
        for (int k = 0; k < game.responses(); k++) {
            double advantage = 0;
            double payoff = 0;
            for (int i = 0; i < x.length; i++) {
                advantage += x[i] * (game.followerPayoffAt(i, k) - game.followerPayoffAt(i, j));
                payoff += x[i] * (game.leaderPayoffAt(i, k) - certificate.value());
            }
            if (advantage >= -slack && payoff < -StrongCommitment.TOLERANCE * game.leaderRange()) {
                return false;
            }
        }
        return true;
    }
}
