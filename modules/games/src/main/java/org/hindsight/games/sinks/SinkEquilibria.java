// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * The sink equilibria of a game, and the probability with which a walk on its response graph ends in each.
 *
 * <p>The walk leaves a profile by an edge with probability proportional to its weight. Finding the sinks takes one pass over the
 * graph; so does each distribution over sinks, apart from transient components of more than one profile, where a linear
 * system is solved. How often they are left does not matter for the accuracy:
 *
 * <ul>
 *   <li>up to {@value #ELIMINATED} profiles by elimination without subtractions, which makes every probability accurate relative to itself;
 *   <li>beyond, by sweeps if next to nothing is left after {@value #FEW_SWEEPS}, which takes linear time;
 *   <li>else by an iteration with a proven error of at most 1e-11 for each component, as long as 5000 sweeps are enough;
 *   <li>else by elimination, as long as the component stays sparse: 4e9 multiplications, then a dense matrix of 4000 profiles at most.
 * </ul>
 *
 * <p>What is beyond all of these is refused with an IllegalStateException that says how far they came. Memory is a few numbers a profile, and 12
 * bytes for each edge of the largest component that is solved. Sinks are numbered in the order of their least profile index. Immutable and
 * thread-safe.
 */
public final class SinkEquilibria {
    /** The largest transient component whose system is solved by elimination before anything else is tried. */
    public static final int ELIMINATED = 2000;

    private static final double LEFT_OVER = 1e-13;
    /** Sweeps over a component after which it is not an easy one. */
    private static final int FEW_SWEEPS = 100;
    /** Sweeps before the rate at which a component is left is judged. */
    private static final int SLOW_START = 10;

    /** What arrays can hold. */
    private static final int MOST_EDGES = Integer.MAX_VALUE - 16;

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
        if (limit.length == 1) {
            limit[0] = 1;
            return limit;
        }
        boolean stuck = false;
        Map<Integer, TransientSystem> systems = new HashMap<>();
        for (int c = components.count() - 1; c >= 0; c--) {
            int size = components.size(c);
            if (sinkOf[c] >= 0) {
                for (int k = 0; k < size; k++) {
                    limit[sinkOf[c]] += mass[components.member(c, k)];
                    mass[components.member(c, k)] = 0;
                }
            } else if (size == 1) {
                int s = components.member(c, 0);
                send(s, mass[s], c, mass);
                mass[s] = 0;
            } else if (massIn(c, mass) > 0 && (size <= ELIMINATED || !sweepOut(c, mass))) {
                TransientSystem system = system(c);
                systems.put(c, system);
                if (system.eliminates()) {
                    pushOut(c, system, mass);
                } else {
                    stuck = true;
                }
            }
        }
        if (stuck) {
            // What has been left behind is distributed by the values of its profiles.
            for (int sink = 0; sink < limit.length; sink++) {
                double[] values = hittingProbabilities(sink, systems);
                for (int s = 0; s < mass.length; s++) {
                    limit[sink] += mass[s] * values[s];
                }
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
        return hittingProbabilities(Checks.index(sink, sinks.size(), "sink"), new HashMap<>());
    }

    private double[] hittingProbabilities(int sink, Map<Integer, TransientSystem> systems) {
        double[] values = new double[graph.profiles()];
        for (int c = 0; c < components.count(); c++) {
            int size = components.size(c);
            if (sinkOf[c] >= 0) {
                for (int k = 0; k < size; k++) {
                    values[components.member(c, k)] = sinkOf[c] == sink ? 1 : 0;
                }
            } else if (size == 1) {
                values[components.member(c, 0)] = valueOfNext(components.member(c, 0), c, values);
            } else {
                double[] leaving = new double[size];
                double most = 0;
                for (int k = 0; k < size; k++) {
                    leaving[k] = valueOfNext(components.member(c, k), c, values);
                    most = Math.max(most, leaving[k]);
                }
                // If no way out leads to the sink there is nothing to solve.
                double[] solved = most == 0
                        ? leaving
                        : systems.computeIfAbsent(c, this::system).values(leaving);
                for (int k = 0; k < size; k++) {
                    values[components.member(c, k)] = Math.min(1, solved[k]);
                }
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

    private double massIn(int component, double[] mass) {
        double sum = 0;
        for (int k = 0; k < components.size(component); k++) {
            sum += mass[components.member(component, k)];
        }
        return sum;
    }

    /** Sends the mass of a transient component on to where it leaves to. */
    private void pushOut(int component, TransientSystem system, double[] mass) {
        double[] visits = new double[components.size(component)];
        for (int k = 0; k < visits.length; k++) {
            visits[k] = mass[components.member(component, k)];
            mass[components.member(component, k)] = 0;
        }
        system.visits(visits);
        for (int k = 0; k < visits.length; k++) {
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

    /** Lets the mass of a component move, and returns whether nearly all of it has left. */
    private boolean sweepOut(int component, double[] mass) {
        int size = components.size(component);
        double entered = massIn(component, mass);
        double before = entered;
        for (int sweep = 0; sweep < FEW_SWEEPS; sweep++) {
            for (int k = 0; k < size; k++) {
                int s = components.member(component, k);
                double amount = mass[s];
                mass[s] = 0;
                // No component has the number -1, so mass goes along all edges.
                send(s, amount, -1, mass);
            }
            double left = massIn(component, mass);
            if (sweep >= SLOW_START && left * Math.pow(left / before, FEW_SWEEPS - sweep) > LEFT_OVER * entered) {
                return false;
            }
            before = left;
            if (left <= LEFT_OVER * entered) {
                for (int k = 0; k < size; k++) {
                    mass[components.member(component, k)] = 0;
                }
                return true;
            }
        }
        return false;
    }

    private TransientSystem system(int component) {
        int size = components.size(component);
        int[] position = new int[graph.profiles()];
        long edges = 0;
        for (int k = 0; k < size; k++) {
            int s = components.member(component, k);
            position[s] = k;
            for (int d = 0; d < graph.deviations(); d++) {
                int target = graph.target(s, d);
                edges += target >= 0 && components.of(target) == component ? 1 : 0;
            }
        }
        if (edges > MOST_EDGES) {
            throw new IllegalStateException("a transient component of " + size + " profiles has " + edges
                    + " edges, expected at most " + MOST_EDGES);
        }
        int[] start = new int[size + 1];
        int[] to = new int[(int) edges];
        double[] step = new double[to.length];
        double[] exit = new double[size];
        int next = 0;
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
                    to[next] = position[target];
                    step[next++] = p;
                } else {
                    exit[k] += p;
                }
            }
            start[k + 1] = next;
        }
        return TransientSystem.of(new TransientChain(start, to, step, exit), ELIMINATED);
    }

    @Override
    public String toString() {
        return sinks.size() + " sinks of " + graph;
    }
}
