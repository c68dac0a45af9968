// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.testkit.learning.FullInformationLearnerContract;

class SafeHedgeContractTest extends FullInformationLearnerContract {
    @Override
    protected FullInformationLearner create(int actions, long horizon) {
        double[] cost = new double[actions];
        for (int k = 0; k < actions; k++) {
            cost[k] = k;
        }
        NormalFormGame game = NormalFormGame.of(GameForm.of(actions), (player, profile) -> 0);
        BudgetedGame budgeted = BudgetedGame.of(game, new double[][] {cost}, actions / 2.0);
        return SafeHedge.tunedFor(SafeStrategies.of(budgeted, 0), horizon);
    }
}
