package org.industrialmind.foundations.autograd;

/** The window that slides over an image, how far it moves, and how many zeros lie around the image. */
record Patch(int rows, int columns, int rowStride, int columnStride, int rowPadding, int columnPadding) {
    Patch {
        if (rows < 1 || columns < 1 || rowStride < 1 || columnStride < 1 || rowPadding < 0 || columnPadding < 0) {
            throw new IllegalArgumentException("a window of " + rows + " x " + columns + " with strides " + rowStride
                    + " x " + columnStride + " and padding " + rowPadding + " x " + columnPadding
                    + ": expected positive sizes and strides, and padding of 0 or more");
        }
    }

    static Patch square(int size, int stride, int padding) {
        return new Patch(size, size, stride, stride, padding, padding);
    }

    static Patch row(int width, int stride, int padding) {
        return new Patch(1, width, 1, stride, 0, padding);
    }

    int outputRows(int height) {
        return places(height, rows, rowStride, rowPadding);
    }

    int outputColumns(int width) {
        return places(width, columns, columnStride, columnPadding);
    }

    private int places(int length, int size, int stride, int padding) {
        if (length + 2 * padding < size) {
            throw new IllegalArgumentException(
                    "a window of " + size + " does not fit into " + length + " places with a padding of " + padding);
        }
        return (length + 2 * padding - size) / stride + 1;
    }
}
