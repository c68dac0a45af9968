// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hindsight.core.Checks;
import org.hindsight.experiments.figures.CalibratedCommitment;
import org.hindsight.experiments.figures.Dai2024FeedbackRate;
import org.hindsight.experiments.figures.Dai2024ThompsonSign;
import org.hindsight.experiments.figures.DynamicsConvergence;
import org.hindsight.experiments.figures.DynamicsTriangle;
import org.hindsight.experiments.figures.EgpoConvergence;
import org.hindsight.experiments.figures.Exp3Tails;
import org.hindsight.experiments.figures.FollowerManipulation;
import org.hindsight.experiments.figures.Haghtalab2022Queries;
import org.hindsight.experiments.figures.Haghtalab2022Regret;
import org.hindsight.experiments.figures.Milli2019Fico;
import org.hindsight.experiments.figures.RegretGrowth;
import org.hindsight.experiments.figures.SinkLimits;
import org.hindsight.experiments.figures.SinkResponseGraph;
import org.hindsight.experiments.figures.SmoothGap;
import org.hindsight.experiments.figures.SwapRegretFollower;

/** The figures that can be asked for by name. Immutable. */
public final class Catalogue {
    private final List<Experiment> experiments;

    private Catalogue(List<Experiment> experiments) {
        this.experiments = experiments;
    }

    /**
     * Returns the figures of papers that this library reproduces.
     *
     * @return the catalogue
     */
    public static Catalogue ofPapers() {
        return of(List.of(
                new CalibratedCommitment(),
                new Dai2024FeedbackRate(),
                new Dai2024ThompsonSign(),
                new DynamicsConvergence(),
                new DynamicsTriangle(),
                new EgpoConvergence(),
                new Exp3Tails(),
                new FollowerManipulation(),
                new Haghtalab2022Queries(),
                Haghtalab2022Regret.geometric(),
                Haghtalab2022Regret.geometricOfTenTargets(),
                Haghtalab2022Regret.hyperbolic(),
                Haghtalab2022Regret.hyperbolicOfTenTargets(),
                new Milli2019Fico(),
                new RegretGrowth(),
                new SinkLimits(),
                new SinkResponseGraph(),
                new SmoothGap(),
                new SwapRegretFollower()));
    }

    /**
     * Creates a catalogue.
     *
     * @param experiments at least one, of distinct ids
     * @return the catalogue
     */
    public static Catalogue of(List<Experiment> experiments) {
        Checks.atLeast(experiments.size(), 1, "experiments.size()");
        List<Experiment> sorted = experiments.stream()
                .sorted(Comparator.comparing(Experiment::id))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).id().equals(sorted.get(i - 1).id())) {
                throw new IllegalArgumentException("experiments must have distinct ids, two are "
                        + sorted.get(i).id());
            }
        }
        return new Catalogue(sorted);
    }

    /**
     * Returns all experiments.
     *
     * @return the experiments, in order of id
     */
    public List<Experiment> experiments() {
        return experiments;
    }

    /**
     * Finds an experiment.
     *
     * @param id its id
     * @return the experiment, if there is one of that id
     */
    public Optional<Experiment> find(String id) {
        return experiments.stream()
                .filter(experiment -> experiment.id().equals(id))
                .findFirst();
    }

    /**
     * Returns the id that is most like a text: the one at the least edit distance, first in order on ties.
     *
     * @param text what was typed
     * @return an id
     */
    public String nearest(String text) {
        return experiments.stream()
                .map(Experiment::id)
                .min(Comparator.comparingInt(id -> editDistance(text, id)))
                .orElseThrow();
    }

    private static int editDistance(String a, String b) {
        int[] previous = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substituted, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
