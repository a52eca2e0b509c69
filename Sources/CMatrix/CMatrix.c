#include "CMatrix.h"

#pragma STDC FP_CONTRACT OFF

// Where the machine has longer vectors they are used; what comes out is the same to the bit.
#if defined(__x86_64__) && defined(__linux__)
#define QUICK __attribute__((target_clones("avx2", "default")))
#else
#define QUICK
#endif

typedef float lanes __attribute__((vector_size(32), aligned(4), may_alias));
typedef int16_t shorts __attribute__((vector_size(16)));
typedef int8_t bytes __attribute__((vector_size(8), aligned(1), may_alias));

static inline __attribute__((always_inline)) void add_four_rows(
    float *c, const float *a, ptrdiff_t row_step, ptrdiff_t column_step, const float *b,
    ptrdiff_t k, ptrdiff_t m) {
  lanes first = {0}, second = {0}, third = {0}, fourth = {0};
  for (ptrdiff_t l = 0; l < k; l++) {
    lanes weights = *(const lanes *)b;
    first += weights * a[0];
    second += weights * a[row_step];
    third += weights * a[2 * row_step];
    fourth += weights * a[3 * row_step];
    a += column_step;
    b += m;
  }
  *(lanes *)c += first;
  *(lanes *)(c + m) += second;
  *(lanes *)(c + 2 * m) += third;
  *(lanes *)(c + 3 * m) += fourth;
}

static inline __attribute__((always_inline)) void add_row(
    float *c, const float *a, ptrdiff_t column_step, const float *b, ptrdiff_t k, ptrdiff_t m) {
  lanes sum = {0};
  for (ptrdiff_t l = 0; l < k; l++) sum += *(const lanes *)(b + l * m) * a[l * column_step];
  *(lanes *)c += sum;
}

QUICK void matrix_add_product(
    float *c, const float *a, ptrdiff_t row_step, ptrdiff_t column_step, const float *b,
    ptrdiff_t n, ptrdiff_t k, ptrdiff_t m) {
  ptrdiff_t row = 0;
  for (; row + 4 <= n; row += 4)
    for (ptrdiff_t column = 0; column < m; column += 8)
      add_four_rows(
          c + row * m + column, a + row * row_step, row_step, column_step, b + column, k, m);
  for (; row < n; row++)
    for (ptrdiff_t column = 0; column < m; column += 8)
      add_row(c + row * m + column, a + row * row_step, column_step, b + column, k, m);
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

QUICK void matrix_sum_rows(
    float *out, const int8_t *table, ptrdiff_t width, const int32_t *rows, ptrdiff_t count,
    float scale) {
  for (ptrdiff_t column = 0; column < width; column += 8) {
    shorts sum = {0};
    for (ptrdiff_t i = 0; i < count; i++)
      sum += __builtin_convertvector(*(const bytes *)(table + rows[i] * width + column), shorts);
    *(lanes *)(out + column) = __builtin_convertvector(sum, lanes) * scale;
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
