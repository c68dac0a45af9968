// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.bayesian;

import java.util.Arrays;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramException;
import org.hindsight.core.linear.MixedIntegerProgram;
import org.hindsight.core.linear.MixedIntegerSolution;
import org.hindsight.core.linear.MixedIntegerSolver;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.StrongCommitment;
import org.hindsight.stackelberg.commitment.UncertifiedCommitmentException;

/**
 * The optimal commitment against all types as one mixed-integer program.
 *
 * <p>Binary q[l][j] say which response type l plays, z[l][i][j] stands for {@code x_i q[l][j]}, and a[l] for the type's best
 * payoff:
 *
 * <pre>{@code
 * maximise sum_l p_l sum_ij U^l_ij z^l_ij subject to
 * sum_i z^l_ij = q^l_j,   sum_j q^l_j = 1,   sum_j z^l_ij = sum_j z^1_ij,
 * 0 <= a^l - sum_i V^l_ij x_i <= M_l (1 - q^l_j),   x_i = sum_h z^l_ih.
 * }</pre>
 *
 * <p>Payoffs of a type are counted from the least of their row and in units of the largest range of a row, which is then M_l
 * = 1: the constant is as tight as it can be without a further program. The responses are not taken on trust: the best
 * commitment that induces them is computed again by a certified linear program, and the answer refused if its value differs
 * from the reported one by more than {@value #AGREEMENT} of the range. So the value is attained. The bound stands on the
 * certified relaxations of {@link MixedIntegerSolver}, which are not kept; {@link ResponseSearch} is far faster and keeps its proof.
 *
 * <p>Complexity: exponential in the worst case; {@code sum_l n_l} binary variables and {@code m sum_l n_l} others. Source: P.
 * Paruchuri, J. Pearce, J. Marecki, M. Tambe, F. Ordonez, S. Kraus (2008), "Playing games for security: an efficient exact
 * algorithm for solving Bayesian Stackelberg games".
 */
public final class Dobss {
    /** How far the reported value may be from the recomputed one, relative to the leader's range. */
    public static final double AGREEMENT = 1e-6;

    private Dobss() {}

    /**
     * Finds a commitment.
     *
     * @param game the game
     * @return the commitment with the responses
     * @throws LinearProgramException if a relaxation cannot be certified
     * @throws UncertifiedCommitmentException if its answer does not stand in the game
     */
    public static DobssSolution solve(BayesianStackelbergGame game) {
        int types = game.types();
        int m = game.dimension();
        int[] first = new int[types + 1];
        for (int l = 0; l < types; l++) {
            first[l + 1] = first[l] + game.type(l).responses() * (m + 1) + 1;
        }
        MixedIntegerProgram program = program(game, first);
        MixedIntegerSolution answer = MixedIntegerSolver.solve(program)
                .orElseThrow(() -> new UncertifiedCommitmentException(
                        "the integer solver found no commitment, though there always is one",
                        Double.POSITIVE_INFINITY));
        double[] point = answer.point();
        int[] responses = new int[types];
        int[] order = new int[types];
        double[][] caps = new double[types][m];
        for (int l = 0; l < types; l++) {
            order[l] = l;
            for (int j = 0; j < game.type(l).responses(); j++) {
                if (point[first[l] + j] > 0.5) {
                    responses[l] = j;
                }
            }
        }
        double range = game.leaderRange();
        double reported = range == 0 ? 0 : range * answer.value();
        SimplexDomainSolution again =
                new RegionPrograms(game, caps).solveAbove(order, responses, types, Double.NEGATIVE_INFINITY);
        if (again.status() != SolveStatus.OPTIMAL) {
            throw new UncertifiedCommitmentException(
                    "no commitment induces the responses " + Arrays.toString(responses) + " of the integer solver",
                    Double.POSITIVE_INFINITY);
        }
        BayesianPlay play = new BayesianPlay(game, again.primal(), responses);
        double distance = Math.abs(game.aboveFloor(play.commitment(), responses) - reported);
        double gap = Math.max(play.violation(), distance == 0 || range == 0 ? 0 : distance / range);
        if (!(gap <= AGREEMENT) || !(play.violation() <= StrongCommitment.TOLERANCE)) {
            throw new UncertifiedCommitmentException(
                    "the integer solver reported " + (game.floor() + reported) + ", its responses bring "
                            + play.value(),
                    gap);
        }
        return new DobssSolution(play, game.floor() + range * answer.bound(), answer.nodes());
    }

    /** Of each type first the q, then the z by columns, then a. */
    private static MixedIntegerProgram program(BayesianStackelbergGame game, int[] first) {
        int types = game.types();
        int m = game.dimension();
        int variables = first[types];
        double range = game.leaderRange();
        double[] objective = new double[variables];
        int binaries = 0;
        for (int l = 0; l < types; l++) {
            BimatrixStackelbergGame type = game.type(l);
            int n = type.responses();
            binaries += n;
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < m; i++) {
                    objective[z(first[l], n, m, i, j)] =
                            range == 0 ? 0 : game.prior(l) * game.aboveFloor(l, i, j) / range;
                }
            }
        }
        LinearProgram.Builder builder = LinearProgram.maximise(objective);
        int[] whole = new int[binaries];
        int count = 0;
        for (int l = 0; l < types; l++) {
            BimatrixStackelbergGame type = game.type(l);
            int n = type.responses();
            double unit = type.followerStake() == 0 ? 1 : type.followerStake();
            int payoff = first[l] + n + n * m;
            builder.bounds(payoff, 0, 1);
            double[] one = new double[variables];
            for (int j = 0; j < n; j++) {
                builder.bounds(first[l] + j, 0, 1);
                whole[count++] = first[l] + j;
                one[first[l] + j] = 1;
                double[] split = new double[variables];
                split[first[l] + j] = -1;
                double[] regret = new double[variables];
                regret[payoff] = 1;
                for (int i = 0; i < m; i++) {
                    split[z(first[l], n, m, i, j)] = 1;
                    double least = Double.POSITIVE_INFINITY;
                    for (int k = 0; k < n; k++) {
                        least = Math.min(least, type.followerPayoffAt(i, k));
                    }
                    for (int k = 0; k < n; k++) {
                        regret[z(first[l], n, m, i, k)] = -(type.followerPayoffAt(i, j) - least) / unit;
                    }
                }
                builder.equalTo(split, 0);
                builder.atLeast(regret, 0);
                double[] limited = regret.clone();
                limited[first[l] + j] = 1;
                builder.atMost(limited, 1);
            }
            builder.equalTo(one, 1);
            for (int i = 0; l > 0 && i < m; i++) {
                double[] same = new double[variables];
                for (int j = 0; j < n; j++) {
                    same[z(first[l], n, m, i, j)] = 1;
                }
                for (int j = 0; j < game.type(0).responses(); j++) {
                    same[z(first[0], game.type(0).responses(), m, i, j)] = -1;
                }
                builder.equalTo(same, 0);
            }
        }
        return MixedIntegerProgram.of(builder.build(), whole);
    }

    private static int z(int first, int n, int m, int i, int j) {
        return first + n + j * m + i;
    }
}
