/// Loops over floats in vectors of eight, which stay quick where nothing is optimised.
///
/// Additions keep one order and products are rounded before they are added, whatever the machine.
/// Pointers need no alignment.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Adds the product of `a` (n × k) and `b` (k × m) to `c` (n × m); m comes in eights.
///
/// `b` and `c` lie row after row; a[i][l] lies at i * row_step + l * column_step.
void matrix_add_product(
    float *c, const float *a, ptrdiff_t row_step, ptrdiff_t column_step, const float *b,
    ptrdiff_t n, ptrdiff_t k, ptrdiff_t m);

/// Writes the floats of which `halves` keeps the upper sixteen bits, the lower byte first.
void matrix_widen(float *out, const uint8_t *halves, ptrdiff_t count);

/// Adds a * x to y; the count comes in eights.
void matrix_add_scaled(float *y, const float *x, float a, ptrdiff_t count);

/// Adds the products of a and b, number by number, to y; the count comes in eights.
void matrix_add_products(float *y, const float *a, const float *b, ptrdiff_t count);

/// The inner product of two vectors; the count comes in eights.
float matrix_dot(const float *a, const float *b, ptrdiff_t count);

/// Adds a scaled row of numbers of four bits to `out`; the width comes in sixteens.
///
/// Byte n of the row holds number n below and number n + width / 2 above.
void matrix_add_short_row(float *out, const int8_t *row, ptrdiff_t width, float scale);

/// Cuts off what is below zero in x, and adds the rest to y; the count comes in eights.
void matrix_rectify(float *x, float *y, ptrdiff_t count);

/// Applies x / (1 + |x|) to a row of gates, and moves all behind the first `width` to 0...1; the counts
/// come in eights.
void matrix_bend(float *x, ptrdiff_t width, ptrdiff_t count);

/// Pools eight columns over `count` words, and adds what shows to `out`.
///
/// From word to word gates move by `gate_step`, and states and output by `step`; a word has its
/// candidates, and `width` behind each other its gates for keeping and for showing.
void matrix_pool(
    const float *gates, ptrdiff_t gate_step, ptrdiff_t width, float *states, float *out,
    ptrdiff_t step, ptrdiff_t count);
