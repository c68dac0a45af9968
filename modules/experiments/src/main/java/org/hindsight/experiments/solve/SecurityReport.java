// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.solve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.security.SecuritySolution;

/**
 * The commitment of a security game, for people and for programs.
 *
 * @param targets the names of the targets
 * @param solution the commitment
 */
public record SecurityReport(List<String> targets, SecuritySolution solution) {
    /**
     * Creates a report.
     *
     * @param targets one name for each target; copied
     * @param solution the commitment
     */
    public SecurityReport {
        targets = List.copyOf(targets);
        Objects.requireNonNull(solution, "solution");
        Checks.length(solution.coverage().length, targets.size(), "solution");
    }

    /**
     * Writes the report as a table.
     *
     * @return its lines, each ended by a line feed
     */
    public String text() {
        int width = 0;
        for (String target : targets) {
            width = Math.max(width, target.length());
        }
        StringBuilder text = new StringBuilder();
        text.append("strong Stackelberg commitment, by ")
                .append(solution.method())
                .append('\n');
        text.append("  defender ").append(shown(solution.defenderValue()));
        text.append(", attacker ").append(shown(solution.attackerValue()));
        text.append(", certificate gap ")
                .append(shown(solution.certificate().gap()))
                .append('\n');
        for (int target = 0; target < targets.size(); target++) {
            String name = targets.get(target);
            text.append("    ").append(name).append(" ".repeat(width - name.length() + 2));
            text.append(shown(solution.coverage(target)));
            text.append(target == solution.attacked() ? "  attacked\n" : "\n");
        }
        return text.toString();
    }

    private static String shown(double number) {
        return Quantity.of(number).text();
    }

    /**
     * Writes the report as JSON: {@code targets}, {@code coverage} in their order, the name of the target {@code attacked}, {@code
     * defenderValue}, {@code attackerValue}, {@code certificateGap}, {@code method}, {@code tolerance}.
     *
     * @return an object on several lines, ended by a line feed
     */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode names = root.putArray("targets");
        targets.forEach(names::add);
        ArrayNode coverage = root.putArray("coverage");
        for (int target = 0; target < targets.size(); target++) {
            coverage.add(exactly(solution.coverage(target)));
        }
        root.put("attacked", targets.get(solution.attacked()));
        root.put("defenderValue", exactly(solution.defenderValue()));
        root.put("attackerValue", exactly(solution.attackerValue()));
        root.put("certificateGap", exactly(solution.certificate().gap()));
        root.put("method", solution.method());
        root.put("tolerance", exactly(solution.tolerance()));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes is always JSON", e);
        }
    }

    private static BigDecimal exactly(double number) {
        return new BigDecimal(Quantity.of(number).precise());
    }
}
