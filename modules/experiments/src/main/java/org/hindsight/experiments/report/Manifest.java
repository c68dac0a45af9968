// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Design;
import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.Grid;
import org.hindsight.experiments.Simulation;
import org.hindsight.experiments.run.Run;
import org.hindsight.experiments.run.RunOptions;

/** The JSON file that says how a figure came about: parameters, seed, version, machine, time, claims. */
public final class Manifest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Manifest() {}

    /**
     * Writes the manifest of a run.
     *
     * @param experiment the experiment
     * @param options how it was run
     * @param result what came out
     * @param caption the figure's caption
     * @param started when the run began
     * @param took how long it took, without what an earlier run had finished
     * @param files the names of the outputs
     * @return JSON text
     */
    public static String of(
            Experiment experiment,
            RunOptions options,
            Run.Result result,
            String caption,
            Instant started,
            Duration took,
            List<String> files) {
        Design design = experiment.design(options.scale());
        ObjectNode root = JSON.createObjectNode();
        root.put("id", experiment.id());
        root.put("title", experiment.title());
        root.put("caption", caption);
        ObjectNode source = root.putObject("source");
        source.put("authors", experiment.source().authors());
        source.put("year", experiment.source().year());
        source.put("place", experiment.source().place());
        source.put("identifier", experiment.source().identifier());
        root.put("scale", options.scale().label());
        root.put("seed", options.seed());
        ObjectNode parameters = root.putObject("parameters");
        Grid grid = design.grid();
        for (int axis = 0; axis < grid.names().size(); axis++) {
            ArrayNode values = parameters.putArray(grid.names().get(axis));
            grid.values(axis).forEach(values::add);
        }
        if (design instanceof Simulation simulation) {
            root.put("replicates", simulation.replicates());
        }
        root.put("rows", result.table().size());
        ArrayNode columns = root.putArray("columns");
        result.table().columns().forEach(columns::add);
        ArrayNode claims = root.putArray("claims");
        for (int i = 0; i < result.verdicts().size(); i++) {
            Claim.Verdict verdict = result.verdicts().get(i);
            ObjectNode claim = claims.addObject();
            claim.put("statement", experiment.claims().get(i).statement());
            claim.put("holds", verdict.holds());
            claim.put("evidence", verdict.evidence());
        }
        ArrayNode names = root.putArray("files");
        files.forEach(names::add);
        ObjectNode run = root.putObject("run");
        run.put("version", version());
        run.put("started", started.truncatedTo(ChronoUnit.SECONDS).toString());
        run.put("seconds", took.toMillis() / 1000.0);
        run.put("threads", options.threads());
        run.put("cells", result.cells());
        run.put("cellsResumed", result.resumed());
        run.put("checkpointLinesDamaged", result.damaged());
        run.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        run.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        run.put("processors", Runtime.getRuntime().availableProcessors());
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers must be writable", e);
        }
    }

    /**
     * Returns the library's version.
     *
     * @return the version of the jar, or "development" when the classes are not in one
     */
    public static String version() {
        String version = Manifest.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
