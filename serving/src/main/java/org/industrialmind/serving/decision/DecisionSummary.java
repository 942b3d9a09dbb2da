package org.industrialmind.serving.decision;

import java.util.List;

/**
 * A decision in a list, without its cases.
 *
 * @param cases how many there are
 * @param groups the names of the groups they belong to, in order
 */
public record DecisionSummary(String name, String description, int cases, List<String> groups) {}
