// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hindsight.games.GameForm;
import org.hindsight.games.RationalGame;
import org.hindsight.games.files.NfgToken.Kind;
import org.hipparchus.fraction.BigFraction;

/**
 * The grammar of {@code .nfg} by recursive descent.
 *
 * <pre>
 * file       = "NFG" "1" ("R" | "D") title players strategies [comment] (payoffs | outcomes)
 * players    = "{" string* "}"
 * strategies = "{" count* "}" | "{" ("{" string* "}")* "}"
 * payoffs    = number*                                  player 1's strategy fastest, all players' payoffs together
 * outcomes   = "{" ("{" string number* "}")* "}" index*   0 is the outcome in which all payoffs are zero
 * </pre>
 */
final class NfgParser {
    private final NfgTokens tokens;
    private final int length;

    NfgParser(String text) {
        tokens = new NfgTokens(text);
        length = text.length();
    }

    NfgFile file() {
        keyword("NFG", "'NFG'");
        keyword("1", "the format's version 1");
        NfgToken type = tokens.take(Kind.WORD, "the data type, R or D");
        if (!type.text().equals("R") && !type.text().equals("D")) {
            throw type.expected("the data type, R or D");
        }
        String title = tokens.take(Kind.STRING, "the title, in quotes").text();
        NfgToken playersAt = tokens.peek();
        List<String> players = strings("the list of players");
        if (players.isEmpty()) {
            throw playersAt.expected("a list of at least one player");
        }
        GameForm form = GameForm.of(title, players, strategies(players.size()));
        String comment = tokens.peek().kind() == Kind.STRING ? tokens.take().text() : "";
        List<List<BigFraction>> payoffs = tokens.peek().kind() == Kind.OPEN ? outcomes(form) : payoffs(form);
        if (tokens.peek().kind() != Kind.END) {
            throw tokens.peek().expected("the end of the file");
        }
        return NfgFile.of(RationalGame.of(form, payoffs), comment);
    }

    private void keyword(String word, String expected) {
        NfgToken token = tokens.take(Kind.WORD, expected);
        if (!token.text().equals(word)) {
            throw token.expected(expected);
        }
    }

    private List<String> strings(String what) {
        tokens.take(Kind.OPEN, "'{' to begin " + what);
        List<String> strings = new ArrayList<>();
        while (tokens.peek().kind() == Kind.STRING) {
            strings.add(tokens.take().text());
        }
        tokens.take(Kind.CLOSE, "a string, or '}' to end " + what);
        return strings;
    }

    private List<List<String>> strategies(int players) {
        NfgToken start = tokens.take(Kind.OPEN, "'{' to begin the strategies");
        List<List<String>> names = new ArrayList<>();
        boolean labelled = tokens.peek().kind() == Kind.OPEN;
        long profiles = 1;
        for (int i = 1; i <= players; i++) {
            NfgToken at = tokens.peek();
            long count;
            if (labelled) {
                List<String> own = strings("the strategies of player " + i);
                names.add(own);
                count = own.size();
            } else {
                count = count("the number of strategies of player " + i);
            }
            if (count < 1) {
                throw at.expected("at least one strategy for player " + i);
            }
            // Each profile takes a character at least, so this also keeps a short file from asking for much memory.
            profiles *= count;
            if (profiles > Math.min(GameForm.MAX_PROFILES, length)) {
                throw start.expected("strategies for at most as many profiles as the file has characters");
            }
            if (!labelled) {
                List<String> own = new ArrayList<>();
                for (int a = 1; a <= count; a++) {
                    own.add(Integer.toString(a));
                }
                names.add(own);
            }
        }
        tokens.take(Kind.CLOSE, "'}' after the strategies of " + players + " players");
        return names;
    }

    private int count(String what) {
        NfgToken token = tokens.take(Kind.WORD, what);
        if (!token.text().matches("[0-9]{1,9}")) {
            throw token.expected(what);
        }
        return Integer.parseInt(token.text());
    }

    private BigFraction number(String what) {
        BigFraction number = tokens.peek().kind() == Kind.WORD
                ? ExactNumber.parse(tokens.peek().text())
                : null;
        if (number == null) {
            throw tokens.peek().expected(what);
        }
        tokens.take();
        tokens.takeIf(Kind.COMMA);
        return number;
    }

    private List<List<BigFraction>> payoffs(GameForm form) {
        List<List<BigFraction>> payoffs = emptyLists(form);
        long total = (long) form.profiles() * form.players();
        long read = 0;
        for (int index = 0; index < form.profiles(); index++) {
            for (int i = 0; i < form.players(); i++) {
                read++;
                payoffs.get(i).add(number("payoff " + read + " of " + total + ", a number"));
            }
        }
        return payoffs;
    }

    private List<List<BigFraction>> outcomes(GameForm form) {
        tokens.take(Kind.OPEN, "'{' to begin the outcomes");
        List<List<BigFraction>> outcomes = new ArrayList<>();
        outcomes.add(Collections.nCopies(form.players(), BigFraction.ZERO));
        while (tokens.peek().kind() == Kind.OPEN) {
            tokens.take();
            int k = outcomes.size();
            tokens.take(Kind.STRING, "the name of outcome " + k + ", in quotes");
            List<BigFraction> payoffs = new ArrayList<>();
            for (int i = 1; i <= form.players(); i++) {
                payoffs.add(number("the payoff of player " + i + " in outcome " + k + ", a number"));
            }
            tokens.take(Kind.CLOSE, "'}' after the " + form.players() + " payoffs of outcome " + k);
            outcomes.add(payoffs);
        }
        tokens.take(Kind.CLOSE, "'{' to begin outcome " + outcomes.size() + ", or '}' to end the outcomes");

        List<List<BigFraction>> payoffs = emptyLists(form);
        for (int index = 1; index <= form.profiles(); index++) {
            NfgToken at = tokens.peek();
            String what = "outcome " + index + " of " + form.profiles() + ", a number in 0 .. " + (outcomes.size() - 1);
            int outcome = count(what);
            tokens.takeIf(Kind.COMMA);
            if (outcome >= outcomes.size()) {
                throw at.expected(what);
            }
            for (int i = 0; i < form.players(); i++) {
                payoffs.get(i).add(outcomes.get(outcome).get(i));
            }
        }
        return payoffs;
    }

    private static List<List<BigFraction>> emptyLists(GameForm form) {
        List<List<BigFraction>> lists = new ArrayList<>();
        for (int i = 0; i < form.players(); i++) {
            lists.add(new ArrayList<>(form.profiles()));
        }
        return lists;
    }
}
