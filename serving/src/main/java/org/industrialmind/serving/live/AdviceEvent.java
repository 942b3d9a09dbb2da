package org.industrialmind.serving.live;

/** Says that the advice on a machine, or its proposal, has been worked out anew; the advice itself is asked for. */
public record AdviceEvent(String asset) {}
