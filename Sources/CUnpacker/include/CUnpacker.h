/// Unpacks compressed streams up to where they are damaged.
///
/// libarchive, which reads them otherwise, gives up the block in which it finds the damage.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The ways in which a stream may be packed.
enum unpacker_packing {
  unpacker_packing_gzip,
  unpacker_packing_bzip2,
  unpacker_packing_xz,
  unpacker_packing_zstd,
};

/// A stream that is being unpacked.
struct unpacker;

/// Begins; NULL where the packing is not known on this system, or there is no memory.
struct unpacker *unpacker_new(enum unpacker_packing packing);

/// Unpacks what it can of some bytes into a place with room for others, neither of more than 1 GB.
///
/// Streams that follow one another are one. `taken` is set to the number of bytes that were taken,
/// `made` to that of those that were written. Returns false from the damage on.
bool unpacker_run(
    struct unpacker *unpacker, const uint8_t *bytes, size_t count, size_t *taken, uint8_t *place,
    size_t room, size_t *made);

/// Ends.
void unpacker_free(struct unpacker *unpacker);
