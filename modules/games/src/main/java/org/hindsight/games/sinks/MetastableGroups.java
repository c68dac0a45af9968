// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

import java.util.Arrays;

/**
 * A partition of the states of a chain into groups within which it moves much more often than between them, and the small chain on the groups.
 *
 * <p>Groups are the largest sets of states that reach each other by steps of probability {@value #STRONG} or more, at most {@value #MOST} of
 * them; a state in none joins the group of its likeliest step. Each group has the distribution in which the chain would settle if it could
 * not leave it, and the small chain has the rates of leaving from that distribution. It serves to speed up an iteration and need not be exact.
 */
final class MetastableGroups {
    private static final double STRONG = 1e-4;
    private static final int MOST = 400;
    private static final int MOST_SWEEPS = 400;
    private static final double SETTLED = 1e-13;

    private final int[] groupOf;
    /** The weight of each state in its group, zero for those that have only joined. */
    private final double[] weight;

    private final TransientBlock chain;
    private final int count;

    private MetastableGroups(int[] groupOf, double[] weight, TransientBlock chain, int count) {
        this.groupOf = groupOf;
        this.weight = weight;
        this.chain = chain;
        this.count = count;
    }

    static MetastableGroups of(TransientChain chain) {
        int n = chain.size();
        Components components = Components.of(n, maxDegree(chain), (i, d) -> {
            int e = chain.start()[i] + d;
            return e < chain.start()[i + 1] && chain.step()[e] >= STRONG ? chain.to()[e] : -1;
        });
        int[] groupOf = new int[n];
        int count = cores(components, groupOf);
        boolean[] core = new boolean[n];
        for (int i = 0; i < n; i++) {
            core[i] = count == 0 || groupOf[i] >= 0;
            groupOf[i] = count == 0 ? 0 : groupOf[i];
        }
        count = Math.max(1, count);
        double[] weight = settle(chain, groupOf, core, count);
        join(chain, groupOf);
        return new MetastableGroups(groupOf, weight, coupling(chain, groupOf, weight, count), count);
    }

    private static int maxDegree(TransientChain chain) {
        int most = 0;
        for (int i = 0; i < chain.size(); i++) {
            most = Math.max(most, chain.start()[i + 1] - chain.start()[i]);
        }
        return most;
    }

    /** Numbers the largest components of two states or more, and marks the other states by -1. */
    private static int cores(Components components, int[] groupOf) {
        Arrays.fill(groupOf, -1);
        long[] bySize = new long[components.count()];
        for (int c = 0; c < bySize.length; c++) {
            bySize[c] = (long) -components.size(c) << 32 | c;
        }
        Arrays.sort(bySize);
        int count = 0;
        while (count < Math.min(MOST, bySize.length)) {
            int c = (int) bySize[count];
            if (components.size(c) < 2) {
                break;
            }
            for (int k = 0; k < components.size(c); k++) {
                groupOf[components.member(c, k)] = count;
            }
            count++;
        }
        return count;
    }

    /** The stationary distribution of each core, by powers of the mean of the chain and of staying. */
    private static double[] settle(TransientChain chain, int[] groupOf, boolean[] core, int count) {
        int n = chain.size();
        double[] inside = new double[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            weight[i] = core[i] ? 1 : 0;
            for (int e = chain.start()[i]; e < chain.start()[i + 1]; e++) {
                inside[i] += core[i] && groupOf[chain.to()[e]] == groupOf[i] ? chain.step()[e] : 0;
            }
        }
        double[] next = new double[n];
        double change = 1;
        for (int sweep = 0; sweep < MOST_SWEEPS && change > SETTLED; sweep++) {
            for (int i = 0; i < n; i++) {
                next[i] += weight[i] / 2;
                if (weight[i] == 0 || inside[i] == 0) {
                    continue;
                }
                double share = weight[i] / (2 * inside[i]);
                for (int e = chain.start()[i]; e < chain.start()[i + 1]; e++) {
                    if (groupOf[chain.to()[e]] == groupOf[i]) {
                        next[chain.to()[e]] += share * chain.step()[e];
                    }
                }
            }
            double moved = 0;
            double total = 0;
            for (int i = 0; i < n; i++) {
                moved += Math.abs(next[i] - weight[i]);
                total += next[i];
                weight[i] = next[i];
                next[i] = 0;
            }
            change = moved / total;
        }
        // What was computed is the share of steps; the equations of a chain have rows that sum to the probability of
        // staying.
        double[] sums = new double[count];
        for (int i = 0; i < n; i++) {
            weight[i] = inside[i] > 0 ? weight[i] / inside[i] : 0;
            sums[Math.max(0, groupOf[i])] += weight[i];
        }
        for (int i = 0; i < n; i++) {
            weight[i] /= Math.max(Double.MIN_NORMAL, sums[Math.max(0, groupOf[i])]);
        }
        return weight;
    }

    private static void join(TransientChain chain, int[] groupOf) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < groupOf.length; i++) {
                if (groupOf[i] >= 0) {
                    continue;
                }
                int best = -1;
                for (int e = chain.start()[i]; e < chain.start()[i + 1]; e++) {
                    boolean grouped = groupOf[chain.to()[e]] >= 0;
                    best = grouped && (best < 0 || chain.step()[e] > chain.step()[best]) ? e : best;
                }
                if (best >= 0) {
                    groupOf[i] = groupOf[chain.to()[best]];
                    changed = true;
                }
            }
        }
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = Math.max(0, groupOf[i]);
        }
    }

    private static TransientBlock coupling(TransientChain chain, int[] groupOf, double[] weight, int count) {
        double[][] between = new double[count][count];
        double[] exit = new double[count];
        double[] ignored = new double[count];
        for (int i = 0; i < groupOf.length; i++) {
            int g = groupOf[i];
            exit[g] += weight[i] * chain.exit()[i];
            for (int e = chain.start()[i]; e < chain.start()[i + 1]; e++) {
                int j = chain.to()[e];
                if (groupOf[j] != g) {
                    between[g][groupOf[j]] += weight[i] * chain.step()[e];
                } else if (weight[j] == 0) {
                    ignored[g] += weight[i] * chain.step()[e];
                }
            }
        }
        for (int g = 0; g < count; g++) {
            // Some group must lead out, and a group must lead somewhere; a state that only joined may be the way.
            double away = exit[g] + Arrays.stream(between[g]).sum();
            exit[g] += away > 0 ? 0 : Math.max(ignored[g], 1e-6);
        }
        if (Arrays.stream(exit).sum() == 0) {
            for (int g = 0; g < count; g++) {
                exit[g] = Math.max(ignored[g], 1e-6);
            }
        }
        return new TransientBlock(between, exit);
    }

    int count() {
        return count;
    }

    int of(int state) {
        return groupOf[state];
    }

    /** Writes the levels of the groups that make up for a residual of the states. */
    void levels(double[] residual, double[] out) {
        Arrays.fill(out, 0);
        for (int i = 0; i < residual.length; i++) {
            out[groupOf[i]] += weight[i] * residual[i];
        }
        chain.values(out);
    }
}
