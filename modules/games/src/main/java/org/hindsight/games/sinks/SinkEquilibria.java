// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * The sink equilibria of a game, and the probability with which a walk on its response graph ends in each.
 *
 * <p>The walk leaves a profile by an edge with probability proportional to its weight. Finding the sinks takes one pass over the
 * graph; so does each distribution over sinks, apart from transient components of more than one profile, where a linear
 * system is solved: exactly, up to {@value #DENSE} profiles, else by sweeps until what is left is below 1e-13 of what
 * entered. A larger component that walks leave very rarely, as in a large game of independent random payoffs, is refused with an
 * IllegalStateException. Memory is a few numbers a profile. Sinks are numbered in the order of their least profile index. Immutable and
 * thread-safe.
 */
public final class SinkEquilibria {
    /** The largest transient component whose system is solved by elimination. */
    public static final int DENSE = 500;

    private static final double LEFT_OVER = 1e-13;
    /** Profiles visited by the sweeps over a component before they are given up. */
    private static final long MOST_VISITS = 50_000_000;

    private final ResponseGraph graph;
    private final Components components;
    /** The sink of each component, -1 for transient ones. */
    private final int[] sinkOf;

    private final List<Sink> sinks;

    private SinkEquilibria(ResponseGraph graph) {
        this.graph = Objects.requireNonNull(graph, "graph");
        this.components = Components.of(graph);
        this.sinkOf = new int[components.count()];
        boolean[] isSink = new boolean[components.count()];
        Arrays.fill(sinkOf, -1);
        for (int c = 0; c < isSink.length; c++) {
            isSink[c] = components.isSink(c, graph);
        }
        List<Sink> found = new ArrayList<>();
        for (int s = 0; s < graph.profiles(); s++) {
            int c = components.of(s);
            if (isSink[c] && sinkOf[c] < 0) {
                sinkOf[c] = found.size();
                found.add(describe(c, s));
            }
        }
        this.sinks = List.copyOf(found);
    }

    private Sink describe(int component, int first) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int size = components.size(component);
        for (int k = 0; k < size; k++) {
            double welfare = graph.welfare(components.member(component, k));
            least = Math.min(least, welfare);
            greatest = Math.max(greatest, welfare);
            sum += welfare;
        }
        return new Sink(first, size, least, sum / size, greatest);
    }

    /**
     * Finds the sink equilibria.
     *
     * @param graph the response graph
     * @return the sinks, at least one
     */
    public static SinkEquilibria of(ResponseGraph graph) {
        return new SinkEquilibria(graph);
    }

    /**
     * Returns the graph.
     *
     * @return the graph, which names the choices of deviations and weights
     */
    public ResponseGraph graph() {
        return graph;
    }

    /**
     * Returns the sinks.
     *
     * @return the sinks in the order of their least profile index
     */
    public List<Sink> sinks() {
        return sinks;
    }

    /**
     * Returns the sink that a profile belongs to.
     *
     * @param profile a profile index
     * @return the number of the sink, or -1 if the profile is transient
     */
    public int sinkOf(int profile) {
        return sinkOf[components.of(Checks.index(profile, graph.profiles(), "profile"))];
    }

    /**
     * Returns the limit of a prior over pure profiles.
     *
     * @param prior the probability of each profile, in the order of profile indices; not modified
     * @return the probability of ending in each sink
     */
    public double[] limit(double[] prior) {
        Checks.length(prior.length, graph.profiles(), "prior");
        double[] mass = Checks.probabilityVector(prior, "prior").clone();
        double[] limit = new double[sinks.size()];
        for (int c = components.count() - 1; c >= 0; c--) {
            if (sinkOf[c] >= 0) {
                for (int k = 0; k < components.size(c); k++) {
                    limit[sinkOf[c]] += mass[components.member(c, k)];
                }
            } else if (components.size(c) <= DENSE) {
                pushOut(c, mass);
            } else {
                sweepOut(c, mass);
            }
        }
        return limit;
    }

    /**
     * Returns the limit of the prior under which all pure profiles are equally likely.
     *
     * @return the probability of ending in each sink
     */
    public double[] limitOfUniform() {
        double[] prior = new double[graph.profiles()];
        Arrays.fill(prior, 1.0 / prior.length);
        return limit(prior);
    }

    /**
     * Returns the limit of starting at one profile.
     *
     * @param profile one action a player
     * @return the probability of ending in each sink
     */
    public double[] limitFrom(int... profile) {
        double[] prior = new double[graph.profiles()];
        prior[graph.form().profileIndex(profile)] = 1;
        return limit(prior);
    }

    /**
     * Returns the probability of ending in one sink from each profile.
     *
     * @param sink in 0 .. sinks - 1
     * @return one probability a profile, in the order of profile indices
     */
    public double[] hittingProbabilities(int sink) {
        Checks.index(sink, sinks.size(), "sink");
        double[] values = new double[graph.profiles()];
        for (int c = 0; c < components.count(); c++) {
            int size = components.size(c);
            if (sinkOf[c] >= 0) {
                for (int k = 0; k < size; k++) {
                    values[components.member(c, k)] = sinkOf[c] == sink ? 1 : 0;
                }
            } else if (size == 1) {
                values[components.member(c, 0)] = valueOfNext(components.member(c, 0), c, values);
            } else if (size <= DENSE) {
                double[] block = new double[size];
                for (int k = 0; k < size; k++) {
                    block[k] = valueOfNext(components.member(c, k), c, values);
                }
                block(c).values(block);
                for (int k = 0; k < size; k++) {
                    values[components.member(c, k)] = block[k];
                }
            } else {
                relax(c, values);
            }
        }
        return values;
    }

    /** The expected value after a step that leaves a component, times the probability of leaving. */
    private double valueOfNext(int s, int component, double[] values) {
        double total = 0;
        double sum = 0;
        for (int d = 0; d < graph.deviations(); d++) {
            int target = graph.target(s, d);
            if (target >= 0) {
                double weight = graph.weight(s, d, target);
                total += weight;
                sum += components.of(target) == component ? 0 : weight * values[target];
            }
        }
        return sum / total;
    }

    private void relax(int component, double[] values) {
        for (long visits = 0; visits < MOST_VISITS; visits += components.size(component)) {
            double change = 0;
            for (int k = 0; k < components.size(component); k++) {
                int s = components.member(component, k);
                // No component has the number -1, so all steps count.
                double value = valueOfNext(s, -1, values);
                change = Math.max(change, value - values[s]);
                values[s] = value;
            }
            if (change <= LEFT_OVER) {
                return;
            }
        }
        throw leftTooRarely(components.size(component));
    }

    private static IllegalStateException leftTooRarely(int size) {
        return new IllegalStateException("a transient component of " + size
                + " profiles is left too rarely for sweeps of " + MOST_VISITS + " visits");
    }

    private double totalWeight(int s) {
        double total = 0;
        for (int d = 0; d < graph.deviations(); d++) {
            int target = graph.target(s, d);
            if (target >= 0) {
                total += graph.weight(s, d, target);
            }
        }
        return total;
    }

    /** Sends the mass of a transient component on to where it leaves to. */
    private void pushOut(int component, double[] mass) {
        int size = components.size(component);
        if (size == 1) {
            send(components.member(component, 0), mass[components.member(component, 0)], component, mass);
            return;
        }
        double[] visits = new double[size];
        double entered = 0;
        for (int k = 0; k < size; k++) {
            visits[k] = mass[components.member(component, k)];
            entered += visits[k];
        }
        if (entered == 0) {
            return;
        }
        block(component).visits(visits);
        for (int k = 0; k < size; k++) {
            send(components.member(component, k), visits[k], component, mass);
        }
    }

    /** Sends a mass along the edges that leave a component. */
    private void send(int s, double amount, int component, double[] mass) {
        if (amount == 0) {
            return;
        }
        double total = totalWeight(s);
        for (int d = 0; d < graph.deviations(); d++) {
            int target = graph.target(s, d);
            if (target >= 0 && components.of(target) != component) {
                mass[target] += amount * (graph.weight(s, d, target) / total);
            }
        }
    }

    private void sweepOut(int component, double[] mass) {
        int size = components.size(component);
        double entered = 0;
        for (int k = 0; k < size; k++) {
            entered += mass[components.member(component, k)];
        }
        double left = entered;
        for (long visits = 0; left > LEFT_OVER * entered; visits += size) {
            if (visits >= MOST_VISITS) {
                throw leftTooRarely(size);
            }
            for (int k = 0; k < size; k++) {
                int s = components.member(component, k);
                double amount = mass[s];
                mass[s] = 0;
                // No component has the number -1, so mass goes along all edges.
                send(s, amount, -1, mass);
            }
            left = 0;
            for (int k = 0; k < size; k++) {
                left += mass[components.member(component, k)];
            }
        }
    }

    private TransientBlock block(int component) {
        int size = components.size(component);
        double[][] inside = new double[size][size];
        double[] exit = new double[size];
        // Positions of members, found by search among a sorted copy.
        long[] positions = new long[size];
        for (int k = 0; k < size; k++) {
            positions[k] = ((long) components.member(component, k) << 32) | k;
        }
        Arrays.sort(positions);
        for (int k = 0; k < size; k++) {
            int s = components.member(component, k);
            double total = totalWeight(s);
            for (int d = 0; d < graph.deviations(); d++) {
                int target = graph.target(s, d);
                if (target < 0) {
                    continue;
                }
                double p = graph.weight(s, d, target) / total;
                if (components.of(target) == component) {
                    int at = Arrays.binarySearch(positions, (long) target << 32);
                    // Found only if the position is 0; else the entry of the target is the next larger one.
                    inside[k][(int) positions[at >= 0 ? at : -1 - at]] += p;
                } else {
                    exit[k] += p;
                }
            }
        }
        return new TransientBlock(inside, exit);
    }

    @Override
    public String toString() {
        return sinks.size() + " sinks of " + graph;
    }
}
