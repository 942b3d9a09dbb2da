/**
 * How machines and sensors go wrong: failure modes, how fast they grow, and the labels that tell the truth afterwards.
 */
@NullMarked
package org.industrialmind.simulator.fault;

import org.jspecify.annotations.NullMarked;
