// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.bayesian;

import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The proof that no commitment is better against all types together.
 *
 * <p>Every tuple of responses lies below exactly one closed node of the tree. Say the node has fixed responses j_l of the types l in F. A
 * commitment that induces them and anything of the others brings at most
 *
 * <pre>{@code
 * max_i sum over l in F of (p_l U^l[i][j_l] + sum_k y_lk (V^l[i][j_l] - V^l[i][k])) + sum over l not in F of p_l c^l_i,
 * c^l_i = max_j (U^l[i][j] + sum_k z^l_jk (V^l[i][j] - V^l[i][k])),
 * }</pre>
 *
 * <p>where y is the node's prices and z prices for each type that hold everywhere: {@code c^l.x} is at least what type l
 * brings, whichever response x induces. The largest of these numbers bounds the value. It is computed from the game, the tree
 * and the prices alone, and so are the value and the violation; that the tree covers all tuples is part of the check.
 *
 * <p>Complexity: O(m) for each positive price of the tree, O(m n^2) for each type. Immutable. Proof note: {@code
 * proofs-notes/bayesian-stackelberg.md}.
 */
public final class BayesianCertificate implements Certificate {
    private final BayesianPlay play;
    private final BoundTree tree;
    private final double[][] caps;
    private final double bound;
    private final double gap;
    private long closed;
    private boolean valid = true;

    private BayesianCertificate(BayesianPlay play, double[][][] prices, BoundTree tree) {
        this.play = play;
        this.tree = tree;
        BayesianStackelbergGame game = play.game();
        this.caps = new double[game.types()][];
        for (int l = 0; l < caps.length; l++) {
            caps[l] = caps(game, l, prices[l]);
        }
        double aboveFloor = bound(tree, new int[game.types()], new int[game.types()], 0);
        this.bound = game.floor() + aboveFloor;
        double distance = Math.abs(aboveFloor - game.aboveFloor(play.commitment(), play.responses()));
        double relative = distance == 0 ? 0 : distance / game.leaderRange();
        double measured = Math.max(play.violation(), relative);
        this.gap = valid && measured >= 0 ? measured : Double.POSITIVE_INFINITY;
    }

    /**
     * Measures a witness.
     *
     * @param play the commitment with the responses
     * @param prices z: for each type and each of its responses a price of at least 0 on each of its responses, or an empty array for
     *     none
     * @param tree the tree
     * @return the certificate, whose gap says whether it proves anything
     * @throws IllegalArgumentException if sizes do not fit
     */
    public static BayesianCertificate of(BayesianPlay play, double[][][] prices, BoundTree tree) {
        Objects.requireNonNull(play, "play");
        Objects.requireNonNull(tree, "tree");
        Checks.length(prices.length, play.game().types(), "prices");
        return new BayesianCertificate(play, prices, tree);
    }

    /** The linear function of x that is at least what the type brings above the leader's least payoff. */
    static double[] caps(BayesianStackelbergGame game, int l, double[][] prices) {
        BimatrixStackelbergGame type = game.type(l);
        int n = type.responses();
        Checks.length(prices.length, n, "prices");
        double[] caps = new double[type.dimension()];
        for (int i = 0; i < caps.length; i++) {
            caps[i] = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < n; j++) {
                double sum = game.aboveFloor(l, i, j);
                for (int k = 0; k < prices[j].length; k++) {
                    Checks.nonNegative(prices[j][k], "prices[" + j + "][" + k + "]");
                    if (prices[j][k] != 0) {
                        sum += prices[j][k] * (type.followerPayoffAt(i, j) - type.followerPayoffAt(i, k));
                    }
                }
                caps[i] = Math.max(caps[i], sum);
            }
        }
        return caps;
    }

    private double bound(BoundTree node, int[] order, int[] responses, int depth) {
        if (node instanceof BoundTree.Opened opened) {
            boolean fits = opened.type() >= 0
                    && opened.type() < caps.length
                    && depth < caps.length
                    && opened.children().size()
                            == play.game().type(opened.type()).responses();
            for (int d = 0; fits && d < depth; d++) {
                fits = order[d] != opened.type();
            }
            if (!fits) {
                valid = false;
                return Double.POSITIVE_INFINITY;
            }
            order[depth] = opened.type();
            double most = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < opened.children().size(); j++) {
                responses[depth] = j;
                most = Math.max(most, bound(opened.children().get(j), order, responses, depth + 1));
            }
            return most;
        }
        closed++;
        return bound((BoundTree.Closed) node, order, responses, depth);
    }

    private double bound(BoundTree.Closed node, int[] order, int[] responses, int depth) {
        BayesianStackelbergGame game = play.game();
        valid &= node.depth() == depth;
        if (!valid) {
            return Double.POSITIVE_INFINITY;
        }
        double[] sums = new double[game.dimension()];
        boolean[] fixed = new boolean[caps.length];
        for (int d = 0; d < depth; d++) {
            BimatrixStackelbergGame type = game.type(order[d]);
            fixed[order[d]] = true;
            valid &= node.responses(d) == type.responses();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += game.prior(order[d]) * game.aboveFloor(order[d], i, responses[d]);
            }
            for (int k = 0; valid && k < type.responses(); k++) {
                double price = node.price(d, k);
                valid &= price >= 0;
                for (int i = 0; price != 0 && i < sums.length; i++) {
                    sums[i] += price * (type.followerPayoffAt(i, responses[d]) - type.followerPayoffAt(i, k));
                }
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sums.length; i++) {
            for (int l = 0; l < caps.length; l++) {
                sums[i] += fixed[l] ? 0 : game.prior(l) * caps[l][i];
            }
            most = Math.max(most, sums[i]);
        }
        return most;
    }

    /**
     * Returns the commitment and the responses.
     *
     * @return the play
     */
    public BayesianPlay play() {
        return play;
    }

    /**
     * Returns the tree.
     *
     * @return the tree
     */
    public BoundTree tree() {
        return tree;
    }

    /**
     * Returns what no commitment beats.
     *
     * @return the largest bound of a closed node
     */
    public double bound() {
        return bound;
    }

    /**
     * Returns the size of the proof.
     *
     * @return the number of closed nodes, at least 1
     */
    public long closedNodes() {
        return closed;
    }

    /**
     * {@inheritDoc}
     *
     * <p>It is the larger of the violation of the responses and the distance of bound and value relative to {@link
     * BayesianStackelbergGame#leaderRange()}.
     */
    @Override
    public double gap() {
        return gap;
    }

    @Override
    public String claim() {
        return "The leader expects " + play.value() + ", and from no commitment more.";
    }

    @Override
    public String toString() {
        return claim() + " Bound " + bound + " by " + closed + " closed nodes, gap " + gap + ".";
    }
}
