// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.catalogue;

import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.SymmetricGame;

/** Games of two players in which not everything that one wins is lost by the other. */
public final class TwoPlayerGames {
    private TwoPlayerGames() {}

    /**
     * Creates the prisoner's dilemma, paying 3 for mutual cooperation, 1 for mutual defection, 5 and 0 otherwise.
     *
     * <p>Defection is strictly dominant. Source: Luce, Raiffa (1957), Section 5.4.
     *
     * @return the game
     */
    public static SymmetricGame prisonersDilemma() {
        return symmetric("Prisoner's dilemma", new double[][] {{3, 0}, {5, 1}}, "Cooperate", "Defect");
    }

    /**
     * Creates chicken in Aumann's numbers: both yield for 6, one yields for 2 and the other dares for 7, both dare for 0.
     *
     * <p>Equilibria (yield, dare), (dare, yield), and both yielding with probability 2/3; correlated equilibria reach a total
     * of 21/2. Source: Aumann (1974), doi:10.1016/0304-4068(74)90037-8.
     *
     * @return the game
     */
    public static SymmetricGame chicken() {
        return symmetric("Chicken", new double[][] {{6, 2}, {7, 0}}, "Yield", "Dare");
    }

    /**
     * Creates hawk and dove: a prize, and the cost of a fight that either loses with equal chance.
     *
     * <p>If the prize is less than the cost, the symmetric equilibrium is hawk with probability prize/cost. Source: Maynard
     * Smith, Price (1973), doi:10.1038/246015a0.
     *
     * @param prize positive
     * @param cost positive
     * @return the game
     */
    public static SymmetricGame hawkAndDove(double prize, double cost) {
        Checks.positive(prize, "prize");
        Checks.positive(cost, "cost");
        return symmetric("Hawk and dove", new double[][] {{(prize - cost) / 2, prize}, {0, prize / 2}}, "Hawk", "Dove");
    }

    /**
     * Creates the stag hunt in Aumann's numbers: stag together for 9, alone for 0; hare together for 7, alone for 8.
     *
     * <p>Equilibria both stag, both hare, and both stag with probability 7/8. Source: Aumann (1990), "Nash equilibria are not
     * self-enforcing".
     *
     * @return the game
     */
    public static SymmetricGame stagHunt() {
        return symmetric("Stag hunt", new double[][] {{9, 0}, {8, 7}}, "Stag", "Hare");
    }

    /**
     * Creates the battle of the sexes: (2, 1) if both go to the row player's choice, (1, 2) if both go to the other, else
     * nothing.
     *
     * <p>Equilibria: both pure meetings, and each going to the own choice with probability 2/3. Source: Luce, Raiffa (1957),
     * Section 5.3.
     *
     * @return the game
     */
    public static BimatrixGame battleOfTheSexes() {
        return named(
                "Battle of the sexes",
                BimatrixGame.of(new double[][] {{2, 0}, {0, 1}}, new double[][] {{1, 0}, {0, 2}}),
                List.of("Boxing", "Ballet"),
                List.of("Boxing", "Ballet"));
    }

    /**
     * Creates a pure coordination game: both are paid 1 if they choose the same action, else nothing.
     *
     * <p>Each non-empty set of actions, played uniformly by both, is an equilibrium, and there are no others. Source: Schelling
     * (1960), "The strategy of conflict", Chapter 3.
     *
     * @param actions at least 1
     * @return the game
     */
    public static SymmetricGame coordination(int actions) {
        double[][] payoffs = new double[Checks.atLeast(actions, 1, "actions")][actions];
        for (int a = 0; a < actions; a++) {
            payoffs[a][a] = 1;
        }
        SymmetricGame game = SymmetricGame.of(payoffs);
        return game.withForm(game.toBimatrix().form().withTitle("Coordination"));
    }

    /**
     * Creates Shapley's game, in which fictitious play cycles for ever.
     *
     * <p>The only equilibrium is uniform. Source: Shapley (1964), "Some topics in two-person games".
     *
     * @return the game
     */
    public static BimatrixGame shapley() {
        BimatrixGame game = BimatrixGame.of(
                new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}}, new double[][] {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}});
        return game.withForm(game.form().withTitle("Shapley's game"));
    }

    /**
     * Creates the textbook example of Lemke and Howson's algorithm with three equilibria, one of which no path reaches from the
     * origin.
     *
     * <p>Equilibria ((1,0,0),(1,0)), ((4/5,1/5,0),(2/3,1/3)) and ((0,1/3,2/3),(1/3,2/3)). Source: von Stengel (2007),
     * Chapter 3 of "Algorithmic game theory".
     *
     * @return the game, of three rows and two columns
     */
    public static BimatrixGame vonStengel() {
        BimatrixGame game =
                BimatrixGame.of(new double[][] {{3, 3}, {2, 5}, {0, 6}}, new double[][] {{3, 2}, {2, 6}, {3, 1}});
        return game.withForm(game.form().withTitle("von Stengel's example"));
    }

    /**
     * Creates the smallest interesting degenerate game: A = [[1,1],[1,0]], B = [[1,0],[1,1]].
     *
     * <p>The equilibria are the segment of all row strategies against the first column.
     *
     * @return the game
     */
    public static BimatrixGame degenerate() {
        BimatrixGame game = BimatrixGame.of(new double[][] {{1, 1}, {1, 0}}, new double[][] {{1, 0}, {1, 1}});
        return game.withForm(game.form().withTitle("Degenerate"));
    }

    /**
     * Creates the traveler's dilemma: both claim an amount and are paid the lower claim; whoever claimed less gets a bonus at
     * the other's expense.
     *
     * <p>With a bonus above 1 the only equilibrium is that both claim the least. Source: Basu (1994), American Economic Review
     * 84(2), 391-395.
     *
     * @param least the least claim
     * @param largest the largest claim, at least the least
     * @param bonus what the lower claim earns and the higher loses, non-negative
     * @return the game; action a claims least + a
     */
    public static SymmetricGame travelersDilemma(int least, int largest, double bonus) {
        Checks.atLeast(largest, least, "largest");
        Checks.nonNegative(bonus, "bonus");
        int n = Math.addExact(Math.subtractExact(largest, least), 1);
        double[][] payoffs = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                payoffs[a][b] = least + Math.min(a, b) + bonus * Integer.compare(b, a);
            }
        }
        return symmetric("Traveler's dilemma", payoffs, numbers(least, largest));
    }

    /**
     * Creates Cournot's duopoly on a grid: quantity times (demand less both quantities, but at least zero) less cost.
     *
     * <p>Source: Cournot (1838), Chapter VII.
     *
     * @param demand the price at which nothing is sold
     * @param cost the cost of a unit
     * @param capacity the largest quantity, at least 0; action q produces q units
     * @return the game
     */
    public static SymmetricGame cournot(double demand, double cost, int capacity) {
        Checks.finite(demand, "demand");
        Checks.finite(cost, "cost");
        int n = Math.addExact(Checks.atLeast(capacity, 0, "capacity"), 1);
        double[][] payoffs = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                payoffs[a][b] = a * (Math.max(0, demand - a - b) - cost);
            }
        }
        return symmetric("Cournot duopoly", payoffs, numbers(0, capacity));
    }

    /**
     * Creates Bertrand's duopoly on a grid: one unit is bought from whoever asks less, half from each at equal prices.
     *
     * <p>With an integer cost c of at most largest - 2, both asking c, both asking c + 1 and both asking c + 2 are the pure
     * equilibria. Source: Bertrand (1883), Journal des Savants.
     *
     * @param cost the cost of the unit
     * @param largest the largest price, at least 0; action p asks p
     * @return the game
     */
    public static SymmetricGame bertrand(double cost, int largest) {
        Checks.finite(cost, "cost");
        int n = Math.addExact(Checks.atLeast(largest, 0, "largest"), 1);
        double[][] payoffs = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                payoffs[a][b] = a < b ? a - cost : a == b ? (a - cost) / 2 : 0;
            }
        }
        return symmetric("Bertrand duopoly", payoffs, numbers(0, largest));
    }

    /**
     * Creates Hotelling's location game: customers at equally many points of a street go to the nearer of two shops, and half
     * of them to each if both are as near.
     *
     * <p>With an odd number of points the only equilibrium is that both shops are in the middle. Source: Hotelling (1929),
     * "Stability in competition", doi:10.2307/2224214.
     *
     * @param points at least 1
     * @return the game, whose payoffs are numbers of customers
     */
    public static SymmetricGame hotelling(int points) {
        double[][] payoffs = new double[Checks.atLeast(points, 1, "points")][points];
        for (int a = 0; a < points; a++) {
            for (int b = 0; b < points; b++) {
                for (int customer = 0; customer < points; customer++) {
                    payoffs[a][b] += 0.5 + 0.5 * Integer.compare(Math.abs(customer - b), Math.abs(customer - a));
                }
            }
        }
        return symmetric("Hotelling's street", payoffs, numbers(1, points));
    }

    private static String[] numbers(int from, int to) {
        String[] names = new String[to - from + 1];
        for (int k = 0; k < names.length; k++) {
            names[k] = Integer.toString(from + k);
        }
        return names;
    }

    private static SymmetricGame symmetric(String title, double[][] payoffs, String... names) {
        return SymmetricGame.of(named(title, SymmetricGame.of(payoffs).toBimatrix(), List.of(names), List.of(names)));
    }

    private static BimatrixGame named(String title, BimatrixGame game, List<String> rows, List<String> columns) {
        return game.withForm(GameForm.of(title, List.of("Row", "Column"), List.of(rows, columns)));
    }
}
