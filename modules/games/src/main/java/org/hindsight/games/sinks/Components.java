// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

import java.util.Arrays;

/**
 * The strongly connected components of a graph, by the algorithm of R. Tarjan (1972) with a stack of its own.
 *
 * <p>Components are numbered so that edges lead to components of the same or of lower number.
 */
final class Components {
    private final int[] componentOf;
    private final int[] members;
    private final int[] starts;
    private final int count;

    private Components(int[] componentOf, int[] members, int[] starts, int count) {
        this.componentOf = componentOf;
        this.members = members;
        this.starts = starts;
        this.count = count;
    }

    /** The edges of a graph. */
    @FunctionalInterface
    interface Edges {
        /** The vertex that a slot of a vertex leads to, or -1 if it leads nowhere. */
        int target(int vertex, int slot);
    }

    static Components of(ResponseGraph graph) {
        return of(graph.profiles(), graph.deviations(), graph::target);
    }

    /** Finds the components of a graph of n vertices with some number of slots each. */
    static Components of(int n, int slots, Edges graph) {
        int[] component = new int[n];
        Arrays.fill(component, -1);
        // 0 for vertices not seen yet.
        int[] order = new int[n];
        int[] low = new int[n];
        int[] cursor = new int[n];
        int[] path = new int[n];
        int[] open = new int[n];
        int[] members = new int[n];
        int[] starts = new int[n + 1];
        int seen = 0;
        int opened = 0;
        int closed = 0;
        int count = 0;
        for (int root = 0; root < n; root++) {
            if (order[root] != 0) {
                continue;
            }
            int depth = 0;
            path[0] = root;
            order[root] = ++seen;
            low[root] = seen;
            open[opened++] = root;
            while (depth >= 0) {
                int v = path[depth];
                if (cursor[v] < slots) {
                    int w = graph.target(v, cursor[v]++);
                    if (w < 0) {
                        continue;
                    }
                    if (order[w] == 0) {
                        order[w] = ++seen;
                        low[w] = seen;
                        open[opened++] = w;
                        path[++depth] = w;
                    } else if (component[w] < 0) {
                        low[v] = Math.min(low[v], order[w]);
                    }
                    continue;
                }
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[v]);
                }
                if (low[v] == order[v]) {
                    int w;
                    do {
                        w = open[--opened];
                        component[w] = count;
                        members[closed++] = w;
                    } while (w != v);
                    starts[++count] = closed;
                }
            }
        }
        return new Components(component, members, Arrays.copyOf(starts, count + 1), count);
    }

    int count() {
        return count;
    }

    int of(int vertex) {
        return componentOf[vertex];
    }

    int size(int component) {
        return starts[component + 1] - starts[component];
    }

    int member(int component, int index) {
        return members[starts[component] + index];
    }

    /** Whether no edge leaves a component. */
    boolean isSink(int component, ResponseGraph graph) {
        for (int k = starts[component]; k < starts[component + 1]; k++) {
            for (int d = 0; d < graph.deviations(); d++) {
                int target = graph.target(members[k], d);
                if (target >= 0 && componentOf[target] != component) {
                    return false;
                }
            }
        }
        return true;
    }
}
