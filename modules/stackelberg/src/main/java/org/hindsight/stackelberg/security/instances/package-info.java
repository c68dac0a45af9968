// SPDX-License-Identifier: Apache-2.0
/**
 * Security games to try things on: {@linkplain org.hindsight.stackelberg.security.instances.SecurityGames random families} of the
 * literature, and {@linkplain org.hindsight.stackelberg.security.instances.PublishedRandomGames the very games} of a published figure.
 */
@NullMarked
package org.hindsight.stackelberg.security.instances;

import org.jspecify.annotations.NullMarked;
