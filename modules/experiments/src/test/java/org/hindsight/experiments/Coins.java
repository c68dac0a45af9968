// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments;

import java.util.List;
import org.hindsight.core.Source;
import org.hindsight.experiments.plot.Axis;
import org.hindsight.experiments.plot.Figure;
import org.hindsight.experiments.plot.Look;
import org.hindsight.experiments.plot.Mark;
import org.hindsight.experiments.plot.Panel;
import org.hindsight.experiments.table.Table;

/** A small experiment for tests: coins whose mean is known, at a pace that can be set. */
public record Coins(String id, int replicates, long millisPerReplicate, boolean claim) implements Experiment {
    public static Coins quick() {
        return new Coins("coins", 50, 0, true);
    }

    @Override
    public String title() {
        return "Coins & <dice>";
    }

    @Override
    public Source source() {
        return new Source("Nobody", 2000, "Section 0", "none");
    }

    @Override
    public Design design(Scale scale) {
        return new Simulation(
                Grid.of("coin", "fair", "bent").by("tosses", 10, 1000), replicates, List.of("heads"), point -> {
                    double bias = point.word("coin").equals("fair") ? 0.5 : 0.9;
                    return (stream, out) -> {
                        out[0] = 0;
                        for (int i = 0; i < point.number("tosses"); i++) {
                            out[0] += stream.nextDouble() < bias ? 1 : 0;
                        }
                        pause();
                    };
                });
    }

    private void pause() {
        try {
            Thread.sleep(millisPerReplicate);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Claim> claims() {
        return List.of(new Claim("Coins & <dice> land", table -> new Claim.Verdict(claim, table.size() + " rows")));
    }

    @Override
    public Figure figure(Table table) {
        Table fair = table.where("coin", "fair");
        return new Figure(
                1,
                List.of(new Panel(
                        "coins",
                        Axis.logarithmic("tosses"),
                        Axis.linear("heads"),
                        List.of(new Mark.Curve(
                                "fair",
                                fair.numbers("tosses"),
                                fair.numbers("heads_mean"),
                                Look.solid(Look.Colour.BLUE))))),
                "Coins.");
    }
}
