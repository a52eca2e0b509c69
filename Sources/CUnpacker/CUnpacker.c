#include "CUnpacker.h"

#include <bzlib.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

// Elsewhere the headers of these lie where only pkg-config knows.
#ifdef __linux__
#include <lzma.h>
#include <zstd.h>
#define HAS_ALL 1
#endif

struct unpacker {
  enum unpacker_packing packing;
  bool is_begun;
  // Whether a stream has ended, and no other has begun yet.
  bool is_behind;
  z_stream gzip;
  bz_stream bzip2;
#ifdef HAS_ALL
  lzma_stream xz;
  ZSTD_DStream *zstd;
#endif
};

// What came of a step: there may be more, the stream ended, it is damaged, or it ended and is not what
// its end says. A step sets `count` to the number of bytes that it took, and `room` to that of those
// that it wrote.
enum step { step_on, step_end, step_damage, step_mismatch };

// As much memory as xz asks for at its highest level.
#define MEMORY_LIMIT (128u << 20)

static bool begin(struct unpacker *own) {
  switch (own->packing) {
  case unpacker_packing_gzip:
    memset(&own->gzip, 0, sizeof own->gzip);
    // 15 bits of window, and the header of gzip.
    own->is_begun = inflateInit2(&own->gzip, 15 + 16) == Z_OK;
    break;
  case unpacker_packing_bzip2:
    memset(&own->bzip2, 0, sizeof own->bzip2);
    own->is_begun = BZ2_bzDecompressInit(&own->bzip2, 0, 0) == BZ_OK;
    break;
#ifdef HAS_ALL
  case unpacker_packing_xz:
    own->xz = (lzma_stream)LZMA_STREAM_INIT;
    own->is_begun = lzma_stream_decoder(&own->xz, MEMORY_LIMIT, 0) == LZMA_OK;
    break;
  case unpacker_packing_zstd:
    own->zstd = ZSTD_createDStream();
    own->is_begun = own->zstd != NULL;
    break;
#else
  default:
    own->is_begun = false;
#endif
  }
  return own->is_begun;
}

static void end(struct unpacker *own) {
  if (!own->is_begun) return;
  own->is_begun = false;
  switch (own->packing) {
  case unpacker_packing_gzip: inflateEnd(&own->gzip); break;
  case unpacker_packing_bzip2: BZ2_bzDecompressEnd(&own->bzip2); break;
#ifdef HAS_ALL
  case unpacker_packing_xz: lzma_end(&own->xz); break;
  case unpacker_packing_zstd: ZSTD_freeDStream(own->zstd); break;
#else
  default: break;
#endif
  }
}

struct unpacker *unpacker_new(enum unpacker_packing packing) {
  struct unpacker *own = calloc(1, sizeof *own);
  if (own == NULL) return NULL;
  own->packing = packing;
  if (begin(own)) return own;
  free(own);
  return NULL;
}

void unpacker_free(struct unpacker *own) {
  if (own == NULL) return;
  end(own);
  free(own);
}

static enum step gzip_step(
    z_stream *stream, const uint8_t *bytes, size_t *count, uint8_t *place,
    size_t *room) {
  stream->next_in = (uint8_t *)bytes;
  stream->avail_in = (unsigned)*count;
  stream->next_out = place;
  stream->avail_out = (unsigned)*room;
  int status = inflate(stream, Z_SYNC_FLUSH);
  *count -= stream->avail_in;
  *room -= stream->avail_out;
  if (status == Z_STREAM_END) return step_end;
  if (status == Z_OK || status == Z_BUF_ERROR) return step_on;
  // Nothing but the message tells where it failed; these stand in inflate.c for the fields at the end.
  const char *message = stream->msg;
  bool is_end = message != NULL && (strcmp(message, "incorrect data check") == 0 ||
                                    strcmp(message, "incorrect length check") == 0);
  return is_end ? step_mismatch : step_damage;
}

static enum step bzip2_step(
    bz_stream *stream, const uint8_t *bytes, size_t *count, uint8_t *place,
    size_t *room) {
  stream->next_in = (char *)bytes;
  stream->avail_in = (unsigned)*count;
  stream->next_out = (char *)place;
  stream->avail_out = (unsigned)*room;
  int status = BZ2_bzDecompress(stream);
  *count -= stream->avail_in;
  *room -= stream->avail_out;
  if (status == BZ_STREAM_END) return step_end;
  return status == BZ_OK ? step_on : step_damage;
}

#ifdef HAS_ALL
static enum step xz_step(
    lzma_stream *stream, const uint8_t *bytes, size_t *count, uint8_t *place,
    size_t *room) {
  stream->next_in = bytes;
  stream->avail_in = *count;
  stream->next_out = place;
  stream->avail_out = *room;
  lzma_ret status = lzma_code(stream, LZMA_RUN);
  *count -= stream->avail_in;
  *room -= stream->avail_out;
  if (status == LZMA_STREAM_END) return step_end;
  return status == LZMA_OK || status == LZMA_BUF_ERROR ? step_on : step_damage;
}

static enum step zstd_step(
    ZSTD_DStream *stream, const uint8_t *bytes, size_t *count, uint8_t *place,
    size_t *room) {
  ZSTD_inBuffer in = {bytes, *count, 0};
  ZSTD_outBuffer out = {place, *room, 0};
  size_t status = ZSTD_decompressStream(stream, &out, &in);
  *count = in.pos;
  *room = out.pos;
  if (ZSTD_isError(status)) return step_damage;
  return status == 0 ? step_end : step_on;
}
#endif

static enum step run(
    struct unpacker *own, const uint8_t *bytes, size_t *count, uint8_t *place,
    size_t *room) {
  switch (own->packing) {
  case unpacker_packing_gzip: return gzip_step(&own->gzip, bytes, count, place, room);
  case unpacker_packing_bzip2: return bzip2_step(&own->bzip2, bytes, count, place, room);
#ifdef HAS_ALL
  case unpacker_packing_xz: return xz_step(&own->xz, bytes, count, place, room);
  case unpacker_packing_zstd: return zstd_step(own->zstd, bytes, count, place, room);
#endif
  default: return step_damage;
  }
}

// Whether a stream may begin so; of one byte alone that is told by it.
static bool may_begin(enum unpacker_packing packing, const uint8_t *bytes, size_t count) {
  uint8_t first = bytes[0], second = count > 1 ? bytes[1] : 0;
  switch (packing) {
  case unpacker_packing_gzip: return first == 0x1F && (count == 1 || second == 0x8B);
  case unpacker_packing_bzip2: return first == 'B' && (count == 1 || second == 'Z');
  case unpacker_packing_xz: return first == 0xFD && (count == 1 || second == '7');
  case unpacker_packing_zstd:
    // The second is that of a frame that holds something else than what is packed.
    return (first == 0x28 && (count == 1 || second == 0xB5)) ||
           ((first & 0xF0) == 0x50 && (count == 1 || second == 0x2A));
  }
  return false;
}

// Passes over what stands between two streams; false where that is no stream.
static bool pass_gap(
    struct unpacker *own, const uint8_t *bytes, size_t count, size_t *taken) {
  // Tapes and disks fill the last block with NUL bytes, and editors and shells add a line end.
  while (*taken < count && (bytes[*taken] == 0 || bytes[*taken] == ' ' || bytes[*taken] == '\t' ||
                            bytes[*taken] == '\r' || bytes[*taken] == '\n'))
    *taken += 1;
  if (*taken == count) return true;
  own->is_behind = false;
  return may_begin(own->packing, bytes + *taken, count - *taken);
}

enum unpacker_state unpacker_run(
    struct unpacker *own, const uint8_t *bytes, size_t count, size_t *taken,
    uint8_t *place, size_t room, size_t *made) {
  *taken = *made = 0;
  if (!own->is_begun) return unpacker_state_damage;
  if (own->is_behind && !pass_gap(own, bytes, count, taken)) {
    end(own);
    return unpacker_state_junk;
  }
  if (own->is_behind) return unpacker_state_whole;
  size_t used = count - *taken, written = room;
  enum step step = run(own, bytes + *taken, &used, place, &written);
  *taken += used;
  *made = written;
  if (step == step_on) return unpacker_state_on;
#ifdef HAS_ALL
  // Its stream takes the next frame as it is.
  bool is_ready = step == step_end && own->packing == unpacker_packing_zstd;
#else
  bool is_ready = false;
#endif
  if (!is_ready) end(own);
  if (step == step_mismatch) return unpacker_state_mismatch;
  // Another stream may follow.
  if (step != step_end || (!is_ready && !begin(own))) return unpacker_state_damage;
  own->is_behind = true;
  return unpacker_state_whole;
}
