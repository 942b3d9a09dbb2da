/** The tables of the edge: keys, decisions, backtests, and the machines and classes that people add. */
@NullMarked
package org.industrialmind.serving.database;

import org.jspecify.annotations.NullMarked;
