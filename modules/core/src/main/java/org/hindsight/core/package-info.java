// SPDX-License-Identifier: Apache-2.0
/**
 * What every family of algorithms shares: bounds, certificates, sources and argument checks.
 *
 * <p>Start with {@link org.hindsight.core.Bound}, which turns a theorem into code, and with {@link
 * org.hindsight.core.Certificate}, which lets a reader verify a solver's answer without trusting the solver. The
 * sub-packages hold {@linkplain org.hindsight.core.probability probability vectors and samplers}, {@linkplain
 * org.hindsight.core.random reproducible random streams}, {@linkplain org.hindsight.core.learning the interfaces of
 * learners}, {@linkplain org.hindsight.core.linear certified linear programs}, in doubles and in fractions, {@linkplain
 * org.hindsight.core.quadratic certified quadratic programs}, {@linkplain org.hindsight.core.projection projections} and
 * {@linkplain org.hindsight.core.numeric stable sums}.
 */
@NullMarked
package org.hindsight.core;

import org.jspecify.annotations.NullMarked;
