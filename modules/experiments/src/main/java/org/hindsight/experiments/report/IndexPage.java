// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One HTML page over the figures in a directory, drawn from their manifests; it needs no network. */
public final class IndexPage {
    private static final String STYLE =
            """
            body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-bottom: .2rem; }
            section { border-top: 1px solid #ccc; padding: 1rem 0; }
            figure { margin: 1rem 0; } figure img { width: 100%; max-width: 48rem; height: auto; }
            figcaption, .meta { color: #555; font-size: .9rem; }
            ul.claims { list-style: none; padding: 0; } ul.claims li { margin: .4rem 0; }
            .verdict { display: inline-block; min-width: 4rem; text-align: center; border-radius: .2rem; color: #fff; font-size: .8rem; padding: 0 .3rem; }
            .holds { background: #00664b; } .failed { background: #a63c00; }
            .evidence { color: #555; font-size: .9rem; }
            a { color: #005a8d; } nav li { margin: .2rem 0; }
            """;

    private IndexPage() {}

    /**
     * Writes the page.
     *
     * @param directory where the manifests and figures are
     * @return HTML text; it refers to the files by name
     */
    public static String of(Path directory) {
        List<JsonNode> manifests = manifests(directory);
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Hindsight figures</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>Hindsight figures</h1>\n<nav><ul>\n");
        for (JsonNode manifest : manifests) {
            String id = manifest.path("id").asText();
            html.append("<li><a href=\"#")
                    .append(escape(id))
                    .append("\">")
                    .append(escape(id))
                    .append("</a>: ")
                    .append(escape(manifest.path("title").asText()))
                    .append(" (")
                    .append(tally(manifest))
                    .append(")</li>\n");
        }
        html.append("</ul></nav>\n");
        manifests.forEach(manifest -> section(html, manifest));
        return html.append("</body>\n</html>\n").toString();
    }

    private static List<JsonNode> manifests(Path directory) {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> manifests = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode content = read(json, file);
                if (content.hasNonNull("id") && content.has("claims")) {
                    manifests.add(content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return manifests;
    }

    /** The content of a file, or nothing if it is not JSON: the directory may hold other people's files. */
    private static JsonNode read(ObjectMapper json, Path file) throws IOException {
        try {
            return json.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }

    private static String tally(JsonNode manifest) {
        int holding = 0;
        for (JsonNode claim : manifest.path("claims")) {
            holding += claim.path("holds").asBoolean() ? 1 : 0;
        }
        return holding + " of " + manifest.path("claims").size() + " claims hold";
    }

    private static void section(StringBuilder html, JsonNode manifest) {
        String id = escape(manifest.path("id").asText());
        JsonNode source = manifest.path("source");
        html.append("<section id=\"")
                .append(id)
                .append("\">\n<h2>")
                .append(escape(manifest.path("title").asText()))
                .append("</h2>\n<p class=\"meta\">")
                .append(id)
                .append(". After ")
                .append(escape(source.path("authors").asText()))
                .append(" (")
                .append(source.path("year").asInt())
                .append("), ")
                .append(escape(source.path("place").asText()))
                .append(", ")
                .append(escape(source.path("identifier").asText()))
                .append(".</p>\n<figure><img src=\"")
                .append(id)
                .append(".svg\" alt=\"")
                .append(escape(manifest.path("title").asText()))
                .append("\"><figcaption>")
                .append(escape(manifest.path("caption").asText()))
                .append("</figcaption></figure>\n<ul class=\"claims\">\n");
        for (JsonNode claim : manifest.path("claims")) {
            boolean holds = claim.path("holds").asBoolean();
            html.append("<li><span class=\"verdict ")
                    .append(holds ? "holds\">holds" : "failed\">failed")
                    .append("</span> ")
                    .append(escape(claim.path("statement").asText()))
                    .append("<br><span class=\"evidence\">")
                    .append(escape(claim.path("evidence").asText()))
                    .append("</span></li>\n");
        }
        html.append("</ul>\n<p class=\"meta\">Parameters: ");
        manifest.path("parameters").properties().forEach(parameter -> {
            List<String> values = new ArrayList<>();
            parameter.getValue().forEach(value -> values.add(value.asText()));
            html.append(escape(parameter.getKey()))
                    .append(" = ")
                    .append(escape(String.join(", ", values)))
                    .append("; ");
        });
        JsonNode run = manifest.path("run");
        html.append("scale ")
                .append(escape(manifest.path("scale").asText()))
                .append(", seed ")
                .append(manifest.path("seed").asLong());
        if (manifest.has("replicates")) {
            html.append(", ").append(manifest.path("replicates").asInt()).append(" replicates a point");
        }
        html.append(".<br>Run: ")
                .append(escape(run.path("started").asText()))
                .append(", ")
                .append(run.path("seconds").asDouble())
                .append(" s on ")
                .append(run.path("threads").asInt())
                .append(" threads, ")
                .append(escape(run.path("java").asText()))
                .append(", Hindsight ")
                .append(escape(run.path("version").asText()))
                .append(".<br>Files:");
        for (JsonNode file : manifest.path("files")) {
            String name = escape(file.asText());
            html.append(" <a href=\"").append(name).append("\">").append(name).append("</a>");
        }
        html.append("</p>\n</section>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
