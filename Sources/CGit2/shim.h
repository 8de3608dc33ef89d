#ifndef POLICYHISTORY_CGIT2_SHIM_H
#define POLICYHISTORY_CGIT2_SHIM_H

#include <git2.h>

// Swift imports no variadic functions; each option the product sets has a function of its own here.

static inline int policyhistory_git_enable_fsync(int enabled) {
    return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}

static inline int policyhistory_git_set_search_path(int level, const char *path) {
    return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

static inline int policyhistory_git_set_owner_validation(int enabled) {
    return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

// Off while histories are walked: git does not hash each tree it reads either; contents are checked where they are read.
static inline int policyhistory_git_set_strict_hash_verification(int enabled) {
    return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int policyhistory_git_set_object_caching(int enabled) {
    return git_libgit2_opts(GIT_OPT_ENABLE_CACHING, enabled);
}

#endif
