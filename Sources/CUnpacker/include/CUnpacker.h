/// Unpacks compressed streams up to where they are damaged.
///
/// libarchive, which reads them otherwise, gives up the block in which it finds the damage, and
/// passes over the checksum of gzip.
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

/// How far a stream has come.
enum unpacker_state {
  /// There is to be more.
  unpacker_state_on,
  /// It may end here, or another stream follows.
  unpacker_state_whole,
  /// The bytes make no sense from here on.
  unpacker_state_damage,
  /// It came to its end, but the checksum or the length there is that of another content.
  unpacker_state_mismatch,
  /// What stands behind its end is no stream.
  unpacker_state_junk,
};

/// A stream that is being unpacked.
struct unpacker;

/// Begins; NULL where the packing is not known on this system, or there is no memory.
struct unpacker *unpacker_new(enum unpacker_packing packing);

/// Unpacks what it can of some bytes into a place with room for others, neither of more than 1 GB.
///
/// Streams that follow one another are one, also with NUL bytes and blanks between them. `taken` is set
/// to the number of bytes that were taken, `made` to that of those that were written. That a checksum is
/// another is told of gzip alone; of the others that is damage. Behind that nothing is unpacked.
enum unpacker_state unpacker_run(
    struct unpacker *unpacker, const uint8_t *bytes, size_t count, size_t *taken, uint8_t *place,
    size_t room, size_t *made);

/// Ends.
void unpacker_free(struct unpacker *unpacker);
