#ifndef POLICYHISTORY_CGIT2_SHIM_H
#define POLICYHISTORY_CGIT2_SHIM_H

#include <errno.h>
#include <string.h>

#include <git2.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>

#ifdef __linux__
// Loads the library (see late.c). Returns why it cannot be loaded; NULL where it is there.
const char *policyhistory_git_missing(void);
// The function that sets options: as it takes any number of arguments, nothing can stand in for it.
__typeof__(&git_libgit2_opts) policyhistory_git_options(void);
#else
static inline const char *policyhistory_git_missing(void) { return NULL; }
static inline __typeof__(&git_libgit2_opts) policyhistory_git_options(void) { return git_libgit2_opts; }
#endif

// Swift imports no variadic functions; each option the product sets has a function of its own here.

static inline int policyhistory_git_enable_fsync(int enabled) {
    return policyhistory_git_options()(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}

static inline int policyhistory_git_set_search_path(int level, const char *path) {
    return policyhistory_git_options()(GIT_OPT_SET_SEARCH_PATH, level, path);
}

static inline int policyhistory_git_set_owner_validation(int enabled) {
    return policyhistory_git_options()(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

// Off while histories are walked: git does not hash each tree it reads either; contents are checked where they are read.
static inline int policyhistory_git_set_strict_hash_verification(int enabled) {
    return policyhistory_git_options()(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int policyhistory_git_set_object_caching(int enabled) {
    return policyhistory_git_options()(GIT_OPT_ENABLE_CACHING, enabled);
}

// Why the last call of the system failed: libgit2 says nothing where a full disk ends the writing of a pack. Swift sees no errno without
// the C library of one system.
static inline const char *policyhistory_system_reason(void) { return errno == 0 ? NULL : strerror(errno); }

// The functions of a git_odb_writepack are reached through its fields, with a struct for progress that nobody reads.
static inline int policyhistory_git_write_pack(git_odb *objects, const void *bytes, size_t count) {
    git_odb_writepack *pack = NULL;
    git_indexer_progress progress = {0};
    int status = git_odb_write_pack(&pack, objects, NULL, NULL);
    if (status == 0) status = pack->append(pack, bytes, count, &progress);
    if (status == 0) status = pack->commit(pack, &progress);
    if (pack != NULL) pack->free(pack);
    return status;
}

#endif
