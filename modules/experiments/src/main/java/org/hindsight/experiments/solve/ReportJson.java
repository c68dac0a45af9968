// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.solve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.hindsight.games.GameForm;

/**
 * A report as JSON for programs: {@code game}, {@code players}, {@code strategies}, {@code solutions}, {@code method},
 * {@code tolerance}, {@code remarks}.
 *
 * <p>A commitment has, in the place of {@code solutions}, {@code leader} (1 or 2), {@code value}, {@code leaderStrategy} (a
 * probability for each strategy), {@code followerAction} (an index from 0) and {@code certificateGap}.
 *
 * <p>Numbers are JSON numbers, or strings such as {@code "1/3"} if the answer is exact.
 */
public final class ReportJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReportJson() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @return an object on several lines, ended by a line feed
     */
    public static String of(GameReport report) {
        GameForm form = report.form();
        ObjectNode root = NODES.objectNode();
        root.put("game", form.title());
        ArrayNode players = root.putArray("players");
        form.playerNames().forEach(players::add);
        ArrayNode strategies = root.putArray("strategies");
        for (int player = 0; player < form.players(); player++) {
            ArrayNode names = strategies.addArray();
            form.actionNames(player).forEach(names::add);
        }
        if (report.findings().size() == 1 && report.findings().get(0) instanceof GameReport.Commitment commitment) {
            root.put("leader", commitment.leader() + 1);
            root.set("value", number(commitment.value()));
            root.set("leaderStrategy", numbers(commitment.strategy()));
            root.put("followerAction", commitment.response());
            root.set("certificateGap", number(commitment.certificateGap()));
        } else {
            ArrayNode solutions = root.putArray("solutions");
            report.findings().forEach(finding -> solutions.add(solution(finding)));
        }
        root.put("method", report.method());
        root.set("tolerance", number(Quantity.of(report.tolerance())));
        ArrayNode remarks = root.putArray("remarks");
        report.remarks().forEach(remarks::add);
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes is always JSON", e);
        }
    }

    private static ObjectNode solution(GameReport.Finding finding) {
        ObjectNode node = NODES.objectNode();
        if (finding instanceof GameReport.Profile profile) {
            ArrayNode strategies = node.putArray("strategies");
            profile.strategies().forEach(strategy -> strategies.add(numbers(strategy)));
            node.set("payoffs", numbers(profile.payoffs()));
            node.set("regret", number(profile.regret()));
        } else if (finding instanceof GameReport.Distribution distribution) {
            ArrayNode weights = node.putArray("distribution");
            for (GameReport.Weight weight : distribution.weights()) {
                ObjectNode entry = weights.addObject();
                ArrayNode indices = entry.putArray("profile");
                weight.profile().forEach(indices::add);
                entry.set("probability", number(weight.probability()));
            }
            node.set("payoffs", numbers(distribution.payoffs()));
            node.set("regret", number(distribution.regret()));
        } else if (finding instanceof GameReport.Survivors survivors) {
            ArrayNode left = node.putArray("survivors");
            for (List<Integer> actions : survivors.strategies()) {
                ArrayNode indices = left.addArray();
                actions.forEach(indices::add);
            }
            ArrayNode log = node.putArray("log");
            survivors.log().forEach(log::add);
        }
        return node;
    }

    private static ArrayNode numbers(List<Quantity> quantities) {
        ArrayNode array = NODES.arrayNode();
        quantities.forEach(quantity -> array.add(number(quantity)));
        return array;
    }

    private static JsonNode number(Quantity quantity) {
        return quantity.fraction() != null
                ? NODES.textNode(quantity.precise())
                : NODES.numberNode(new BigDecimal(quantity.precise()));
    }
}
