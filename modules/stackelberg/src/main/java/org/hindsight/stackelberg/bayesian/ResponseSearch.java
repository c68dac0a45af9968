// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.bayesian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.CommitmentCertificate;
import org.hindsight.stackelberg.commitment.MultiplePrograms;
import org.hindsight.stackelberg.commitment.StrongCommitment;
import org.hindsight.stackelberg.commitment.UncertifiedCommitmentException;
import org.jspecify.annotations.Nullable;

/**
 * The optimal commitment against all types, by depth-first branch and bound over their responses; ties are broken in the
 * leader's favour.
 *
 * <p>A node fixes the responses of some types. Its bound is a linear program: the best commitment that induces them, the
 * other types bringing a linear function of x that is at least what they can bring, from the prices of their own optimal
 * commitments ({@link BayesianCertificate}). A node is closed when its region is empty or its bound is no better than the
 * best commitment known; every program's optimum, with the best responses to it, is such a commitment. Types of the largest
 * weight come first, of the children the one with the best bound.
 *
 * <p>Complexity: at most {@code prod_l n_l} leaves, a program of m variables and {@code sum_l n_l} rows a node; the problem is
 * NP-hard. Memory: the prices of the closed nodes, which are the proof. Proof note: {@code
 * proofs-notes/bayesian-stackelberg.md}.
 */
public final class ResponseSearch {
    private final BayesianStackelbergGame game;
    private final double[][][] prices;
    private final RegionPrograms programs;
    private final int[] order;
    private final int[] responses;
    private double incumbent = Double.NEGATIVE_INFINITY;
    private @Nullable BayesianPlay best;
    private long typePrograms;
    private long typePivots;

    private ResponseSearch(BayesianStackelbergGame game) {
        this.game = game;
        int types = game.types();
        prices = new double[types][][];
        double[][] caps = new double[types][];
        for (int l = 0; l < types; l++) {
            BimatrixStackelbergGame type = game.type(l);
            var alone = MultiplePrograms.solve(type);
            typePrograms += alone.programs();
            typePivots += alone.pivots();
            prices[l] = prices(alone.certificate(), type.responses());
            caps[l] = BayesianCertificate.caps(game, l, prices[l]);
        }
        programs = new RegionPrograms(game, caps);
        order = IntStream.range(0, types)
                .boxed()
                .sorted((a, b) -> Double.compare(
                        game.prior(b) * game.type(b).leaderRange(),
                        game.prior(a) * game.type(a).leaderRange()))
                .mapToInt(Integer::intValue)
                .toArray();
        responses = new int[types];
    }

    private static double[][] prices(CommitmentCertificate certificate, int n) {
        double[][] all = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                all[j][k] = certificate.price(j, k);
            }
        }
        return all;
    }

    /**
     * Finds an optimal commitment.
     *
     * @param game the game
     * @return the commitment with its proof
     * @throws org.hindsight.core.linear.LinearProgramException if a program's answer cannot be certified
     * @throws UncertifiedCommitmentException if the answer cannot be certified in the game
     */
    public static BayesianSolution solve(BayesianStackelbergGame game) {
        return new ResponseSearch(game).solve();
    }

    private BayesianSolution solve() {
        SimplexDomainSolution root = programs.solveAbove(order, responses, 0, Double.NEGATIVE_INFINITY);
        consider(root.primal(), 0);
        BoundTree tree = open(0);
        BayesianPlay found = best;
        if (found == null) {
            throw new UncertifiedCommitmentException("no commitment was found", Double.POSITIVE_INFINITY);
        }
        BayesianCertificate certificate = BayesianCertificate.of(found, prices, tree);
        if (!(certificate.gap() <= StrongCommitment.TOLERANCE)) {
            throw new UncertifiedCommitmentException(
                    "the commitment could be certified only to within " + certificate.gap() + ", expected "
                            + StrongCommitment.TOLERANCE,
                    certificate.gap());
        }
        return new BayesianSolution(
                certificate,
                "branch and bound over responses",
                StrongCommitment.TOLERANCE,
                typePrograms + programs.programs(),
                typePivots + programs.pivots());
    }

    private BoundTree open(int depth) {
        int type = order[depth];
        int n = game.type(type).responses();
        List<SimplexDomainSolution> answers = new ArrayList<>();
        List<@Nullable BoundTree> children = new ArrayList<>(Collections.nCopies(n, null));
        for (int j = 0; j < n; j++) {
            responses[depth] = j;
            SimplexDomainSolution answer = programs.solveAbove(order, responses, depth + 1, incumbent);
            answers.add(answer);
            if (answer.status() == SolveStatus.OPTIMAL) {
                consider(answer.primal(), depth + 1);
            } else {
                double[] multipliers = answer.status() == SolveStatus.INFEASIBLE
                        ? programs.priceOut(order, responses, depth + 1, answer.dual(), incumbent)
                        : answer.dual();
                children.set(j, closed(multipliers, depth + 1));
            }
        }
        int[] byBound = IntStream.range(0, n)
                .filter(j -> children.get(j) == null)
                .boxed()
                .sorted((a, b) ->
                        Double.compare(answers.get(b).value(), answers.get(a).value()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int j : byBound) {
            responses[depth] = j;
            boolean settled = depth + 1 == order.length || answers.get(j).bound() <= incumbent;
            children.set(j, settled ? closed(answers.get(j).dual(), depth + 1) : open(depth + 1));
        }
        List<BoundTree> all = new ArrayList<>();
        for (BoundTree child : children) {
            if (child != null) {
                all.add(child);
            }
        }
        return new BoundTree.Opened(type, all);
    }

    private BoundTree closed(double[] multipliers, int depth) {
        return new BoundTree.Closed(programs.byTypes(order, depth, multipliers));
    }

    /** Takes a commitment, with the fixed responses and the others' best ones, if it is better than the best so far. */
    private void consider(double[] x, int depth) {
        int[] played = new int[order.length];
        Arrays.fill(played, -1);
        for (int d = 0; d < depth; d++) {
            played[order[d]] = responses[d];
        }
        for (int l = 0; l < played.length; l++) {
            if (played[l] < 0) {
                played[l] = bestResponse(game.type(l), x);
            }
        }
        double value = game.aboveFloor(x, played);
        if (value > incumbent) {
            incumbent = value;
            best = new BayesianPlay(game, x, played);
        }
    }

    /** The best response, ties that are exact going to the leader's advantage. */
    private static int bestResponse(BimatrixStackelbergGame type, double[] x) {
        int best = 0;
        for (int k = 1; k < type.responses(); k++) {
            double advantage = 0;
            for (int i = 0; i < x.length; i++) {
                advantage += x[i] * (type.followerPayoffAt(i, k) - type.followerPayoffAt(i, best));
            }
            boolean tied = advantage == 0 && type.leaderPayoff(x, k) > type.leaderPayoff(x, best);
            best = advantage > 0 || tied ? k : best;
        }
        return best;
    }
}
