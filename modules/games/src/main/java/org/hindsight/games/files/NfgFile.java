// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.files;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hipparchus.fraction.BigFraction;

/**
 * A game in the strategic-form format {@code .nfg} of Gambit.
 *
 * <p>Reads both versions of the format, with a list of payoffs or with named outcomes, and writes the former with the names of
 * all strategies. Numbers are integers, decimals, scientific notation or fractions, and none is rounded: what is written
 * here is read back unchanged. Text is UTF-8. In strings a backslash protects a quote or another backslash and otherwise
 * stands for itself. Commas between numbers are optional. Exponents are limited to 9999 in absolute value.
 *
 * <p>Source: the Gambit project, "Game representation formats", gambit.sourceforge.net.
 *
 * @param game the game, with its names
 * @param comment the comment, possibly empty
 */
public record NfgFile(RationalGame game, String comment) {
    /**
     * Creates a file.
     *
     * @param game the game
     * @param comment the comment
     */
    public NfgFile {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(comment, "comment");
    }

    /**
     * Creates the file of a game, without a comment.
     *
     * @param game the game
     * @return the file
     */
    public static NfgFile of(RationalGame game) {
        return new NfgFile(game, "");
    }

    /**
     * Creates the file of a game.
     *
     * @param game the game
     * @param comment the comment, possibly empty
     * @return the file
     */
    public static NfgFile of(RationalGame game, String comment) {
        return new NfgFile(game, comment);
    }

    /**
     * Creates the file of a game in doubles, each of which becomes the shortest decimal that stands for it.
     *
     * @param game the game
     * @return the file, from which {@link RationalGame#toNormalForm()} brings back the same doubles
     */
    public static NfgFile of(NormalFormGame game) {
        return of(RationalGame.of(
                game.form(),
                (player, profile) ->
                        ExactNumber.decimal(new BigDecimal(Double.toString(game.payoff(player, profile))))));
    }

    /**
     * Reads a game from a text.
     *
     * @param text the content of a file
     * @return the game and the comment
     * @throws NfgFormatException if the text does not follow the format; says where
     */
    public static NfgFile parse(String text) {
        return new NfgParser(text).file();
    }

    /**
     * Reads a game to the end of a reader, which is not closed.
     *
     * @param reader the source of the text
     * @return the game and the comment
     * @throws IOException if reading fails
     * @throws NfgFormatException if the text does not follow the format; says where
     */
    public static NfgFile read(Reader reader) throws IOException {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return parse(text.toString());
    }

    /**
     * Reads a game from a file in UTF-8.
     *
     * @param path the file
     * @return the game and the comment
     * @throws IOException if reading fails, or the bytes are not UTF-8
     * @throws NfgFormatException if the text does not follow the format; says where
     */
    public static NfgFile read(Path path) throws IOException {
        return parse(Files.readString(path, StandardCharsets.UTF_8));
    }

    /**
     * Returns the content of the file: the payoff version, with names, one profile a line.
     *
     * @return a text that {@link #parse} turns back into this
     */
    public String text() {
        GameForm form = game.form();
        StringBuilder text = new StringBuilder("NFG 1 R ");
        quote(form.title(), text);
        text.append(" {");
        for (String name : form.playerNames()) {
            text.append(' ');
            quote(name, text);
        }
        text.append(" }\n\n{");
        for (int i = 0; i < form.players(); i++) {
            text.append(i == 0 ? " {" : "\n  {");
            for (String name : form.actionNames(i)) {
                text.append(' ');
                quote(name, text);
            }
            text.append(" }");
        }
        text.append("\n}\n");
        quote(comment, text);
        text.append("\n\n");
        for (int index = 0; index < form.profiles(); index++) {
            for (int i = 0; i < form.players(); i++) {
                BigFraction payoff = game.payoffAt(i, index);
                text.append(i == 0 ? "" : " ").append(ExactNumber.format(payoff));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /**
     * Writes the content to an appendable, which is not closed.
     *
     * @param out where to write
     * @throws IOException if writing fails
     */
    public void write(Appendable out) throws IOException {
        out.append(text());
    }

    /**
     * Writes a file in UTF-8, under a temporary name that is then moved into place.
     *
     * @param path the file, replaced if it exists
     * @throws IOException if writing fails, in which case the old file is untouched
     */
    public void write(Path path) throws IOException {
        Path target = path.toAbsolutePath();
        Path temporary = target.resolveSibling(target.getFileName() + ".part");
        Files.writeString(temporary, text(), StandardCharsets.UTF_8);
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Backslashes are doubled only where a reader would take them for an escape. */
    private static void quote(String content, StringBuilder text) {
        text.append('"');
        for (int k = 0; k < content.length(); k++) {
            char c = content.charAt(k);
            char after = k + 1 < content.length() ? content.charAt(k + 1) : '"';
            if (c == '"' || (c == '\\' && (after == '"' || after == '\\'))) {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }
}
