// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code hindsight} command: {@code game}, {@code list}, {@code reproduce}, {@code security}, {@code shell}.
 *
 * <p>Exit status: 0 if all went well and every claim holds, 1 if a claim failed, 2 for bad usage or a run that could not
 * finish. Errors are one line on standard error.
 */
@NullMarked
package org.hindsight.experiments.cli;

import org.jspecify.annotations.NullMarked;
