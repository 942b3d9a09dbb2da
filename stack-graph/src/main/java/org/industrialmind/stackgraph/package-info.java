/**
 * The local graph server as a program: Neo4j community on loopback, spoken to over Bolt. This package knows how to start, close and stop
 * Neo4j; because of Neo4j's licence (GPL-3.0-or-later) nothing else may have it on its class path.
 */
@NullMarked
package org.industrialmind.stackgraph;

import org.jspecify.annotations.NullMarked;
