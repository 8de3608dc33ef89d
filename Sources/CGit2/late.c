// libgit2, loaded when a repository is first asked for instead of at the start of the process.
//
// It brings some twenty libraries along (TLS, Kerberos, SSH), for connections that this program never makes. To load them takes the time
// in which two texts are compared, and a comparison of files, `--help` and git's external diff driver need none of them. So the
// functions that the program and its tests call are defined here; each calls on the one of its name in the library. The compiler holds
// them against the library's own headers, whose version the library must have.

#include "shim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static void *library;
static char reason[512];
static pthread_once_t asked = PTHREAD_ONCE_INIT;

static void load(void) {
    library = dlopen("libgit2.so." LIBGIT2_SOVERSION, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) snprintf(reason, sizeof reason, "%s", dlerror());
}

const char *policyhistory_git_missing(void) {
    pthread_once(&asked, load);
    return library == NULL ? reason : NULL;
}

// A library that lacks a function which its headers promise is as broken as one that the system's loader refuses, and ends the process likewise.
static void *named(const char *name) {
    const char *missing = policyhistory_git_missing();
    void *function = missing == NULL ? dlsym(library, name) : NULL;
    if (function == NULL) {
        fprintf(stderr, "policyhistory: libgit2 lacks %s: %s\n", name, missing == NULL ? "no such function" : missing);
        abort();
    }
    return function;
}

// LATE(result, name, (parameters), (arguments)): the function as its header declares it.
#define LATE(result, name, parameters, arguments)                                                \
    result name parameters {                                                                     \
        static _Atomic(__typeof__(&name)) known;                                                 \
        __typeof__(&name) function = atomic_load_explicit(&known, memory_order_relaxed);         \
        if (function == NULL) {                                                                  \
            function = (__typeof__(&name))named(#name);                                          \
            atomic_store_explicit(&known, function, memory_order_relaxed);                       \
        }                                                                                        \
        return function arguments;                                                               \
    }

LATE(int, git_blob_create_from_buffer, (git_oid *id, git_repository *repo, const void *buffer, size_t len), (id, repo, buffer, len))
LATE(void, git_buf_dispose, (git_buf *buffer), (buffer))
LATE(int, git_checkout_head, (git_repository *repo, const git_checkout_options *opts), (repo, opts))
LATE(int, git_checkout_options_init, (git_checkout_options *opts, unsigned int version), (opts, version))
LATE(int, git_commit_create,
     (git_oid *id, git_repository *repo, const char *update_ref, const git_signature *author, const git_signature *committer, const char
      *message_encoding, const char *message, const git_tree *tree, size_t parent_count, const git_commit *parents[]),
     (id, repo, update_ref, author, committer, message_encoding, message, tree, parent_count, parents))
LATE(void, git_commit_free, (git_commit *commit), (commit))
LATE(int, git_commit_lookup, (git_commit **commit, git_repository *repo, const git_oid *id), (commit, repo, id))
LATE(void, git_config_free, (git_config *cfg), (cfg))
LATE(int, git_config_get_string, (const char **out, const git_config *cfg, const char *name), (out, cfg, name))
LATE(int, git_config_open_level, (git_config **out, const git_config *parent, git_config_level_t level), (out, parent, level))
LATE(int, git_config_set_string, (git_config *cfg, const char *name, const char *value), (cfg, name, value))
LATE(const git_error *, git_error_last, (void), ())
LATE(int, git_ignore_path_is_ignored, (int *ignored, git_repository *repo, const char *path), (ignored, repo, path))
LATE(int, git_index_add, (git_index *index, const git_index_entry *source_entry), (index, source_entry))
LATE(void, git_index_free, (git_index *index), (index))
LATE(const git_index_entry *, git_index_get_bypath, (git_index *index, const char *path, int stage), (index, path, stage))
LATE(int, git_index_read, (git_index *index, int force), (index, force))
LATE(int, git_index_remove, (git_index *index, const char *path, int stage), (index, path, stage))
LATE(int, git_index_write, (git_index *index), (index))
LATE(int, git_libgit2_init, (void), ())
LATE(int, git_libgit2_version, (int *major, int *minor, int *rev), (major, minor, rev))
LATE(int, git_mempack_dump, (git_buf *pack, git_repository *repo, git_odb_backend *backend), (pack, repo, backend))
LATE(int, git_mempack_new, (git_odb_backend **out), (out))
LATE(int, git_mempack_reset, (git_odb_backend *backend), (backend))
LATE(void, git_object_free, (git_object *object), (object))
LATE(const git_oid *, git_object_id, (const git_object *obj), (obj))
LATE(int, git_object_peel, (git_object **peeled, const git_object *object, git_object_t target_type), (peeled, object, target_type))
LATE(const char *, git_object_type2string, (git_object_t type), (type))
LATE(int, git_odb_add_backend, (git_odb *odb, git_odb_backend *backend, int priority), (odb, backend, priority))
LATE(void, git_odb_free, (git_odb *db), (db))
LATE(int, git_odb_hash, (git_oid *out, const void *data, size_t len, git_object_t type), (out, data, len, type))
LATE(const void *, git_odb_object_data, (git_odb_object *object), (object))
LATE(void, git_odb_object_free, (git_odb_object *object), (object))
LATE(size_t, git_odb_object_size, (git_odb_object *object), (object))
LATE(git_object_t, git_odb_object_type, (git_odb_object *object), (object))
LATE(int, git_odb_read, (git_odb_object **out, git_odb *db, const git_oid *id), (out, db, id))
LATE(int, git_odb_read_header, (size_t *len_out, git_object_t *type_out, git_odb *db, const git_oid *id), (len_out, type_out, db, id))
LATE(int, git_odb_write, (git_oid *out, git_odb *odb, const void *data, size_t len, git_object_t type), (out, odb, data, len, type))
LATE(int, git_odb_write_pack,
     (git_odb_writepack **out, git_odb *db, git_indexer_progress_cb progress_cb, void *progress_payload),
     (out, db, progress_cb, progress_payload))
LATE(int, git_oid_equal, (const git_oid *a, const git_oid *b), (a, b))
LATE(int, git_reference_create,
     (git_reference **out, git_repository *repo, const char *name, const git_oid *id, int force, const char *log_message),
     (out, repo, name, id, force, log_message))
LATE(void, git_reference_free, (git_reference *ref), (ref))
LATE(int, git_reference_lookup, (git_reference **out, git_repository *repo, const char *name), (out, repo, name))
LATE(int, git_reference_name_to_id, (git_oid *out, git_repository *repo, const char *name), (out, repo, name))
LATE(const char *, git_reference_symbolic_target, (const git_reference *ref), (ref))
LATE(const git_oid *, git_reference_target, (const git_reference *ref), (ref))
LATE(git_reference_t, git_reference_type, (const git_reference *ref), (ref))
LATE(const char *, git_repository_commondir, (const git_repository *repo), (repo))
LATE(int, git_repository_config, (git_config **out, git_repository *repo), (out, repo))
LATE(int, git_repository_config_snapshot, (git_config **out, git_repository *repo), (out, repo))
LATE(void, git_repository_free, (git_repository *repo), (repo))
LATE(int, git_repository_index, (git_index **out, git_repository *repo), (out, repo))
LATE(int, git_repository_init_ext, (git_repository **out, const char *repo_path, git_repository_init_options *opts), (out, repo_path, opts))
LATE(int, git_repository_init_options_init, (git_repository_init_options *opts, unsigned int version), (opts, version))
LATE(int, git_repository_is_shallow, (git_repository *repo), (repo))
LATE(int, git_repository_odb, (git_odb **out, git_repository *repo), (out, repo))
LATE(int, git_repository_open, (git_repository **out, const char *path), (out, path))
LATE(int, git_repository_open_ext,
     (git_repository **out, const char *path, unsigned int flags, const char *ceiling_dirs),
     (out, path, flags, ceiling_dirs))
LATE(const char *, git_repository_path, (const git_repository *repo), (repo))
LATE(int, git_repository_set_ident, (git_repository *repo, const char *name, const char *email), (repo, name, email))
LATE(int, git_repository_state, (git_repository *repo), (repo))
LATE(const char *, git_repository_workdir, (const git_repository *repo), (repo))
LATE(int, git_revparse_single, (git_object **out, git_repository *repo, const char *spec), (out, repo, spec))
LATE(void, git_signature_free, (git_signature *sig), (sig))
LATE(int, git_signature_new,
     (git_signature **out, const char *name, const char *email, git_time_t time, int offset),
     (out, name, email, time, offset))
LATE(void, git_tree_free, (git_tree *tree), (tree))
LATE(int, git_tree_lookup, (git_tree **out, git_repository *repo, const git_oid *id), (out, repo, id))
LATE(void, git_treebuilder_free, (git_treebuilder *bld), (bld))
LATE(int, git_treebuilder_insert,
     (const git_tree_entry **out, git_treebuilder *bld, const char *filename, const git_oid *id, git_filemode_t filemode),
     (out, bld, filename, id, filemode))
LATE(int, git_treebuilder_new, (git_treebuilder **out, git_repository *repo, const git_tree *source), (out, repo, source))
LATE(int, git_treebuilder_write, (git_oid *id, git_treebuilder *bld), (id, bld))

__typeof__(&git_libgit2_opts) policyhistory_git_options(void) {
    return (__typeof__(&git_libgit2_opts))named("git_libgit2_opts");
}
