// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * All vertices of a best-reply polytope but the origin, each once, in the order in which a breadth-first search meets them.
 *
 * <p>The search walks over the bases of the lexicographically perturbed polytope, every vertex of which has exactly one
 * basis and whose graph is connected; each vertex of the polytope itself is the limit of at least one. Two bases of the same
 * vertex have the same tight constraints, and two vertices do not, so that sets of labels tell vertices apart. Bases that
 * wait are read in batches, a part of the batch by each thread, and what was read is entered in order, so that the number of
 * threads changes nothing.
 */
final class PolytopeVertices {
    private static final int BATCH = 512;

    private final int dimension;
    private final int words;
    private final BasisReader[] readers;
    private final Function<WholeTableau, BigInteger[]> numerators;
    private final long basisLimit;
    private final LabelSets bases;
    private final LabelSets vertices;
    /** The place of a basis of each vertex. */
    private int[] basisOf = new int[16];

    private boolean degenerate;

    private PolytopeVertices(
            int[] slackLabels,
            int[] variableLabels,
            BasisReader[] readers,
            Function<WholeTableau, BigInteger[]> numerators,
            long basisLimit) {
        dimension = variableLabels.length;
        int labels = slackLabels.length + dimension;
        words = LabelSets.words(labels);
        this.readers = readers;
        this.numerators = numerators;
        this.basisLimit = basisLimit;
        bases = new LabelSets(labels);
        vertices = new LabelSets(labels);
        long[] origin = new long[words];
        for (int label : slackLabels) {
            LabelSets.add(origin, 0, label);
        }
        bases.add(origin, 0);
    }

    /** Starts at the basis of slack variables; each reader is used by one thread at a time. */
    static PolytopeVertices search(
            int[] slackLabels,
            int[] variableLabels,
            Supplier<BasisReader> reader,
            Function<WholeTableau, BigInteger[]> numerators,
            long basisLimit,
            int threads) {
        BasisReader[] readers = new BasisReader[threads];
        Arrays.setAll(readers, k -> reader.get());
        PolytopeVertices search = new PolytopeVertices(slackLabels, variableLabels, readers, numerators, basisLimit);
        search.run();
        return search;
    }

    /** The vertices as sets of labels. */
    LabelSets vertices() {
        return vertices;
    }

    /** The coordinates of a vertex up to a common factor. */
    BigInteger[] numerators(int vertex) {
        long[] basis = new long[words];
        bases.get(basisOf[vertex], basis);
        return numerators.apply(readers[0].wholeAt(basis));
    }

    long basesVisited() {
        return bases.size();
    }

    /** Whether some vertex has more labels than the polytope has dimensions. */
    boolean isDegenerate() {
        return degenerate;
    }

    private void run() {
        int length = readers[0].answerLength();
        long[] answers = new long[BATCH * length];
        for (int first = 0; first < bases.size(); ) {
            int start = first;
            int count = Math.min(BATCH, bases.size() - start);
            if (readers.length == 1) {
                read(0, start, 0, count, answers);
            } else {
                int threads = readers.length;
                IntStream.range(0, threads)
                        .parallel()
                        .forEach(k -> read(k, start, k * count / threads, (k + 1) * count / threads, answers));
            }
            for (int k = 0; k < count; k++) {
                enter(start + k, answers, k * length, length);
            }
            first += count;
        }
    }

    private void read(int reader, int start, int from, int to, long[] answers) {
        long[] basis = new long[words];
        for (int k = from; k < to; k++) {
            bases.get(start + k, basis);
            readers[reader].read(basis, answers, k * readers[reader].answerLength());
        }
    }

    private void enter(int basis, long[] answers, int from, int length) {
        // The first basis is that of the origin, and the only one.
        if (basis > 0 && vertices.add(answers, from)) {
            int vertex = vertices.size() - 1;
            if (vertex == basisOf.length) {
                basisOf = Arrays.copyOf(basisOf, 2 * vertex);
            }
            basisOf[vertex] = basis;
            degenerate |= vertices.count(vertex) > dimension;
        }
        for (int at = from + words; at < from + length; at += words) {
            if (bases.add(answers, at) && bases.size() > basisLimit) {
                throw new EquilibriumException(
                        "vertex enumeration visited more than " + basisLimit + " bases",
                        Double.POSITIVE_INFINITY,
                        basisLimit);
            }
        }
    }
}
