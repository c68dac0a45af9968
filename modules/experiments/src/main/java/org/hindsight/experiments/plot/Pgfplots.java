// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.plot;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hindsight.experiments.table.ShortestDecimal;

/** A figure as pgfplots source that compiles on its own and can be pasted into a paper. */
final class Pgfplots {
    private static final Map<Character, String> LATEX = Map.ofEntries(
            Map.entry('α', "$\\alpha$"),
            Map.entry('β', "$\\beta$"),
            Map.entry('γ', "$\\gamma$"),
            Map.entry('δ', "$\\delta$"),
            Map.entry('ε', "$\\varepsilon$"),
            Map.entry('η', "$\\eta$"),
            Map.entry('λ', "$\\lambda$"),
            Map.entry('μ', "$\\mu$"),
            Map.entry('σ', "$\\sigma$"),
            Map.entry('τ', "$\\tau$"),
            Map.entry('Γ', "$\\Gamma$"),
            Map.entry('Δ', "$\\Delta$"),
            Map.entry('ℓ', "$\\ell$"),
            Map.entry('·', "$\\cdot$"),
            Map.entry('×', "$\\times$"),
            Map.entry('−', "$-$"),
            Map.entry('–', "--"),
            Map.entry('≤', "$\\le$"),
            Map.entry('≥', "$\\ge$"),
            Map.entry('±', "$\\pm$"),
            Map.entry('½', "$\\frac12$"),
            Map.entry('⋆', "$^\\star$"),
            Map.entry('₀', "$_0$"),
            Map.entry('₁', "$_1$"),
            Map.entry('₂', "$_2$"),
            Map.entry('₊', "$_+$"),
            Map.entry('²', "$^2$"),
            Map.entry('%', "\\%"),
            Map.entry('&', "\\&"),
            Map.entry('#', "\\#"),
            Map.entry('_', "\\_"),
            Map.entry('$', "\\$"),
            Map.entry('{', "\\{"),
            Map.entry('}', "\\}"),
            Map.entry('\\', "\\textbackslash{}"));

    private Pgfplots() {}

    static String source(Figure figure) {
        StringBuilder tex = new StringBuilder();
        tex.append("\\documentclass[border=2pt]{standalone}\n")
                .append("\\usepackage{pgfplots}\n")
                .append("\\usepgfplotslibrary{groupplots,fillbetween}\n")
                .append("\\pgfplotsset{compat=1.16}\n");
        for (Look.Colour colour : Look.Colour.values()) {
            tex.append(String.format(Locale.ROOT, "\\definecolor{%s}{HTML}{%06X}%n", name(colour), colour.rgb()));
        }
        tex.append("\\begin{document}\n\\begin{tikzpicture}\n")
                .append("\\begin{groupplot}[\n")
                .append("  group style={group size=")
                .append(figure.columns())
                .append(" by ")
                .append(figure.rows())
                .append(", horizontal sep=1.6cm, vertical sep=1.8cm},\n")
                .append(figure.panels().size() == 1 ? "  width=12.4cm, height=10cm" : "  width=6.2cm, height=5cm")
                .append(", grid=major, grid style={gray!20},\n")
                .append("  tick label style={font=\\footnotesize}, label style={font=\\small},\n")
                .append("  title style={font=\\small}, every axis plot/.append style={line width=0.9pt},\n")
                .append("  legend style={font=\\footnotesize, draw=none, legend columns=3, cells={anchor=west},\n")
                .append("    /tikz/every even column/.append style={column sep=3mm}},\n")
                .append("]\n");
        for (int i = 0; i < figure.panels().size(); i++) {
            panel(tex, figure, i);
        }
        tex.append("\\end{groupplot}\n");
        if (!figure.legend().isEmpty()) {
            tex.append("\\node[anchor=north] at ($(group c1r")
                    .append(figure.rows())
                    .append(".outer south west)!0.5!(group c")
                    .append(figure.columns())
                    .append('r')
                    .append(figure.rows())
                    .append(".outer south east)$) {\\pgfplotslegendfromname{hindsightlegend}};\n");
        }
        tex.append("\\end{tikzpicture}\n\\end{document}\n");
        return tex.toString().replace(System.lineSeparator(), "\n");
    }

    private static void panel(StringBuilder tex, Figure figure, int index) {
        Panel panel = figure.panels().get(index);
        double[] x = panel.xRange();
        double[] y = panel.yRange();
        tex.append("\\nextgroupplot[title={")
                .append(text(panel.title()))
                .append("}, xlabel={")
                .append(text(panel.x().label()))
                .append("}, ylabel={")
                .append(text(panel.y().label()))
                .append("},\n  xmin=")
                .append(ShortestDecimal.of(x[0]))
                .append(", xmax=")
                .append(ShortestDecimal.of(x[1]))
                .append(", ymin=")
                .append(ShortestDecimal.of(y[0]))
                .append(", ymax=")
                .append(ShortestDecimal.of(y[1]))
                .append(panel.x().logarithmic() ? ", xmode=log" : "")
                .append(panel.y().logarithmic() ? ", ymode=log" : "")
                .append(panel.x().bare() ? ", xtick=\\empty" : "")
                .append(panel.y().bare() ? ", ytick=\\empty" : "")
                .append(index == 0 && !figure.legend().isEmpty() ? ", legend to name=hindsightlegend" : "")
                .append("]\n");
        for (Mark mark : panel.marks()) {
            if (mark instanceof Mark.Curve curve) {
                plot(tex, options(curve.look()), curve.x(), curve.y());
            } else if (mark instanceof Mark.Band band) {
                band(tex, band);
            } else if (mark instanceof Mark.Area area) {
                tex.append("\\addplot[draw=none, fill=")
                        .append(name(area.colour()))
                        .append(", forget plot] coordinates {")
                        .append(coordinates(area.x(), area.y()))
                        .append("} -- cycle;\n");
            } else if (mark instanceof Mark.Level level) {
                double p = level.position();
                plot(
                        tex,
                        options(level.look()),
                        level.vertical() ? new double[] {p, p} : x,
                        level.vertical() ? y : new double[] {p, p});
            }
        }
        if (index == 0) {
            // All entries hang on the first panel, whatever it shows, because the legend is the figure's.
            for (Figure.Entry entry : figure.legend()) {
                tex.append("\\addlegendimage{")
                        .append(options(entry.look()))
                        .append("}\\addlegendentry{")
                        .append(text(entry.label()))
                        .append("}\n");
            }
        }
    }

    private static void band(StringBuilder tex, Mark.Band band) {
        int n = band.x().length;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = band.x()[i];
            y[i] = band.low()[i];
            x[2 * n - 1 - i] = band.x()[i];
            y[2 * n - 1 - i] = band.high()[i];
        }
        tex.append("\\addplot[draw=none, fill=")
                .append(name(band.colour()))
                .append(", fill opacity=0.2, forget plot] coordinates {")
                .append(coordinates(x, y))
                .append("} \\closedcycle;\n");
    }

    private static void plot(StringBuilder tex, String options, double[] x, double[] y) {
        tex.append("\\addplot[")
                .append(options)
                .append(", forget plot] coordinates {")
                .append(coordinates(x, y))
                .append("};\n");
    }

    private static String coordinates(double[] x, double[] y) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            list.append(i % 4 == 0 ? "\n  " : " ")
                    .append('(')
                    .append(ShortestDecimal.of(x[i]))
                    .append(',')
                    .append(ShortestDecimal.of(y[i]))
                    .append(')');
        }
        return list.append('\n').toString();
    }

    private static String options(Look look) {
        String line =
                switch (look.line()) {
                    case NONE -> "only marks";
                    case SOLID -> "solid";
                    case DASHED -> "dashed";
                    case DOTTED -> "dotted";
                };
        String marker =
                switch (look.marker()) {
                    case NONE -> "no marks";
                    case CIRCLE -> "mark=*";
                    case SQUARE -> "mark=square*";
                    case TRIANGLE -> "mark=triangle*";
                    case DIAMOND -> "mark=diamond*";
                };
        return name(look.colour()) + ", " + line + ", " + marker
                + (look.marker() == Look.Marker.NONE ? "" : ", mark size=1.6pt, mark options=solid");
    }

    private static String name(Look.Colour colour) {
        return "hindsight" + colour.name().toLowerCase(Locale.ROOT);
    }

    static String text(String plain) {
        return plain.codePoints()
                .mapToObj(
                        c -> c < 0x10000 ? LATEX.getOrDefault((char) c, Character.toString(c)) : Character.toString(c))
                .collect(Collectors.joining());
    }
}
