// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.files;

/**
 * One token with the place where it starts.
 *
 * @param kind what it is
 * @param text a string's content without quotes and escapes, otherwise the characters as they stand
 * @param line counted from 1
 * @param column counted from 1
 */
record NfgToken(Kind kind, String text, int line, int column) {
    enum Kind {
        OPEN,
        CLOSE,
        COMMA,
        STRING,
        /** A number, a keyword, or anything else that is none of the above. */
        WORD,
        END
    }

    NfgFormatException expected(String what) {
        return new NfgFormatException(line, column, what, description());
    }

    private String description() {
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        return switch (kind) {
            case END -> "the end of the file";
            case STRING -> "the string \"" + shown.replace('\n', ' ') + "\"";
            default -> "'" + shown + "'";
        };
    }
}
