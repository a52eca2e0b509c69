#include "CMatrix.h"

#include <string.h>

#pragma STDC FP_CONTRACT OFF

// Where the machine has longer vectors they are used; what comes out is the same to the bit.
#if defined(__x86_64__) && defined(__linux__)
#define QUICK __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define QUICK
#endif

typedef float wide __attribute__((vector_size(64), aligned(4), may_alias));
typedef float lanes __attribute__((vector_size(32), aligned(4), may_alias));
typedef int16_t shorts __attribute__((vector_size(16)));
typedef int8_t bytes __attribute__((vector_size(8), aligned(1), may_alias));

// Adds a block of so many rows, and so many times as many columns as there are lanes. Its sums are
// kept in registers, and are so many that no adder waits for another.
#define ADD_BLOCK(name, lanes, rows, columns)                                                   \
  static inline __attribute__((always_inline)) void name(                                       \
      float *c, const float *a, ptrdiff_t row_step, ptrdiff_t column_step, const float *b,      \
      ptrdiff_t k, ptrdiff_t m) {                                                               \
    const ptrdiff_t width = sizeof(lanes) / sizeof(float);                                      \
    lanes sums[rows][columns] = {0};                                                            \
    for (ptrdiff_t l = 0; l < k; l++) {                                                         \
      for (int column = 0; column < columns; column++) {                                        \
        lanes weights = *(const lanes *)(b + column * width);                                   \
        for (int row = 0; row < rows; row++) sums[row][column] += weights * a[row * row_step];  \
      }                                                                                         \
      a += column_step;                                                                         \
      b += m;                                                                                   \
    }                                                                                           \
    for (int row = 0; row < rows; row++)                                                        \
      for (int column = 0; column < columns; column++)                                          \
        *(lanes *)(c + row * m + column * width) += sums[row][column];                          \
  }

ADD_BLOCK(add_six_rows, wide, 6, 1)
ADD_BLOCK(add_three_rows, wide, 3, 2)
ADD_BLOCK(add_two_rows, wide, 2, 2)
ADD_BLOCK(add_one_row, wide, 1, 2)
ADD_BLOCK(add_four_narrow_rows, lanes, 4, 1)
ADD_BLOCK(add_narrow_row, lanes, 1, 4)
ADD_BLOCK(add_narrow_end, lanes, 1, 1)

#define ALONG(width, block)                                                                     \
  for (; column + width <= m; column += width)                                                  \
    block(c + row * m + column, a + row * row_step, row_step, column_step, b + column, k, m);

QUICK void matrix_add_product(
    float *c, const float *a, ptrdiff_t row_step, ptrdiff_t column_step, const float *b,
    ptrdiff_t n, ptrdiff_t k, ptrdiff_t m) {
  ptrdiff_t row = 0;
  if (m % 32 == 0) {
    for (ptrdiff_t column = 0; row + 6 <= n; row += 6, column = 0) ALONG(16, add_six_rows)
    for (ptrdiff_t column = 0; row + 3 <= n; row += 3, column = 0) ALONG(32, add_three_rows)
    for (ptrdiff_t column = 0; row + 2 <= n; row += 2, column = 0) ALONG(32, add_two_rows)
    for (ptrdiff_t column = 0; row < n; row++, column = 0) ALONG(32, add_one_row)
  }
  for (ptrdiff_t column = 0; row + 4 <= n; row += 4, column = 0) ALONG(8, add_four_narrow_rows)
  for (ptrdiff_t column = 0; row < n; row++, column = 0) {
    ALONG(32, add_narrow_row)
    ALONG(8, add_narrow_end)
  }
}

QUICK void matrix_widen(float *out, const uint8_t *halves, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) {
    uint32_t bits = (uint32_t)halves[2 * i] << 16 | (uint32_t)halves[2 * i + 1] << 24;
    memcpy(out + i, &bits, sizeof bits);
  }
}

QUICK void matrix_add_scaled(float *y, const float *x, float a, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i += 8) *(lanes *)(y + i) += *(const lanes *)(x + i) * a;
}

QUICK void matrix_add_products(float *y, const float *a, const float *b, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i += 8)
    *(lanes *)(y + i) += *(const lanes *)(a + i) * *(const lanes *)(b + i);
}

QUICK float matrix_dot(const float *a, const float *b, ptrdiff_t count) {
  lanes sum = {0};
  for (ptrdiff_t i = 0; i < count; i += 8)
    sum += *(const lanes *)(a + i) * *(const lanes *)(b + i);
  float result = sum[0];
  for (int lane = 1; lane < 8; lane++) result += sum[lane];
  return result;
}

QUICK void matrix_add_short_row(float *out, const int8_t *row, ptrdiff_t width, float scale) {
  for (ptrdiff_t column = 0; column < width / 2; column += 8) {
    shorts both = __builtin_convertvector(*(const bytes *)(row + column), shorts);
    shorts low = (both << 12) >> 12, high = both >> 4;
    *(lanes *)(out + column) += __builtin_convertvector(low, lanes) * scale;
    *(lanes *)(out + width / 2 + column) += __builtin_convertvector(high, lanes) * scale;
  }
}

QUICK void matrix_rectify(float *x, float *y, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) {
    x[i] = x[i] < 0 ? 0 : x[i];
    y[i] += x[i];
  }
}

QUICK void matrix_bend(float *x, ptrdiff_t width, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) {
    float bent = x[i] / (1 + (x[i] < 0 ? -x[i] : x[i]));
    x[i] = i < width ? bent : 0.5f + 0.5f * bent;
  }
}

QUICK void matrix_pool(
    const float *gates, ptrdiff_t gate_step, ptrdiff_t width, float *states, float *out,
    ptrdiff_t step, ptrdiff_t count) {
  lanes state = {0};
  for (ptrdiff_t word = 0; word < count; word++) {
    const float *gate = gates + word * gate_step;
    lanes keep = *(const lanes *)(gate + width);
    state = keep * state + (1 - keep) * *(const lanes *)gate;
    *(lanes *)(states + word * step) = state;
    *(lanes *)(out + word * step) += *(const lanes *)(gate + 2 * width) * state;
  }
}
