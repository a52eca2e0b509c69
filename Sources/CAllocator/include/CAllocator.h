/// What the allocator of the C library does with memory that is given back.
#pragma once

/// Keeps some of it for the next who asks, from now on, where the library can be told to.
void quoth_keep_freed_memory(void);
