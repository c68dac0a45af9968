// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.solve;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.games.GameForm;

/** A report as a table for people. */
public final class ReportText {
    private ReportText() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @return its lines, each ended by a line feed
     */
    public static String of(GameReport report) {
        GameForm form = report.form();
        List<String> lines = new ArrayList<>();
        String title = form.title().isEmpty() ? "" : form.title() + ": ";
        lines.add(title + count(report.findings()) + ", by " + report.method());
        report.remarks().forEach(remark -> lines.add("note: " + remark));
        int number = 1;
        for (GameReport.Finding finding : report.findings()) {
            lines.add("");
            String heading = report.findings().size() > 1 ? "[" + number++ + "] " : "";
            if (finding instanceof GameReport.Profile profile) {
                lines.add(heading + "regret " + profile.regret().text());
                appendProfile(form, profile, lines);
            } else if (finding instanceof GameReport.Distribution distribution) {
                lines.add(heading + "regret " + distribution.regret().text());
                appendDistribution(form, distribution, lines);
            } else if (finding instanceof GameReport.Commitment commitment) {
                appendCommitment(form, commitment, lines);
            } else if (finding instanceof GameReport.Survivors survivors) {
                appendSurvivors(form, survivors, lines);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String count(List<GameReport.Finding> findings) {
        return findings.size() == 1 ? "one answer" : (findings.isEmpty() ? "no" : findings.size()) + " answers";
    }

    private static void appendProfile(GameForm form, GameReport.Profile profile, List<String> lines) {
        int width = nameWidth(form);
        for (int player = 0; player < form.players(); player++) {
            lines.add("  " + form.playerName(player) + ", payoff "
                    + profile.payoffs().get(player).text());
            List<Quantity> strategy = profile.strategies().get(player);
            for (int action = 0; action < strategy.size(); action++) {
                if (strategy.get(action).number() > 0) {
                    lines.add("    " + padded(form.actionName(player, action), width)
                            + strategy.get(action).text());
                }
            }
        }
    }

    private static void appendDistribution(GameForm form, GameReport.Distribution distribution, List<String> lines) {
        for (int player = 0; player < form.players(); player++) {
            lines.add("  " + form.playerName(player) + ", payoff "
                    + distribution.payoffs().get(player).text());
        }
        for (GameReport.Weight weight : distribution.weights()) {
            List<String> names = new ArrayList<>();
            for (int player = 0; player < form.players(); player++) {
                names.add(form.actionName(player, weight.profile().get(player)));
            }
            lines.add("    " + padded(String.join(", ", names), form.players() * (nameWidth(form) + 1))
                    + weight.probability().text());
        }
    }

    private static void appendCommitment(GameForm form, GameReport.Commitment commitment, List<String> lines) {
        int leader = commitment.leader();
        lines.add("value " + commitment.value().text() + ", certificate gap "
                + commitment.certificateGap().text());
        lines.add("  " + form.playerName(leader) + " commits to");
        for (int action = 0; action < commitment.strategy().size(); action++) {
            if (commitment.strategy().get(action).number() > 0) {
                lines.add("    " + padded(form.actionName(leader, action), nameWidth(form))
                        + commitment.strategy().get(action).text());
            }
        }
        lines.add(
                "  " + form.playerName(1 - leader) + " answers " + form.actionName(1 - leader, commitment.response()));
    }

    private static void appendSurvivors(GameForm form, GameReport.Survivors survivors, List<String> lines) {
        for (int player = 0; player < form.players(); player++) {
            List<String> names = new ArrayList<>();
            for (int action : survivors.strategies().get(player)) {
                names.add(form.actionName(player, action));
            }
            lines.add("  " + form.playerName(player) + ": " + String.join(", ", names));
        }
        survivors.log().forEach(step -> lines.add("  " + step));
    }

    private static int nameWidth(GameForm form) {
        int width = 0;
        for (int player = 0; player < form.players(); player++) {
            for (String name : form.actionNames(player)) {
                width = Math.max(width, name.length());
            }
        }
        return width;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + 2);
    }
}
