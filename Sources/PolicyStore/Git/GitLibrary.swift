import CGit2

/// libgit2 as a whole: loaded and started once, never shut down, since other threads may still use its state.
enum GitLibrary {
    /// The oldest version whose behaviour the code is written for.
    static let oldestVersion = (major: Int32(1), minor: Int32(5))

    private static let started: Result<Void, GitError> = start()

    /// Starts libgit2 on the first call.
    ///
    /// - Throws: where libgit2 is not there or cannot be started, or is older than 1.5.
    static func ready() throws(GitError) { try started.get() }

    private static func start() -> Result<Void, GitError> {
        do throws(GitError) {
            if let missing = policyhistory_git_missing() {
                throw GitError(code: .generic, call: "dlopen", message: String(cString: missing))
            }
            try GitError.check(git_libgit2_init(), "git_libgit2_init")
            var (major, minor, revision): (Int32, Int32, Int32) = (0, 0, 0)
            try GitError.check(git_libgit2_version(&major, &minor, &revision), "git_libgit2_version")
            guard (major, minor) >= oldestVersion else {
                throw GitError(
                    code: .generic, call: "git_libgit2_version",
                    message: "libgit2 \(major).\(minor).\(revision) is too old, 1.5 or later is needed")
            }
            // A repository is read once per question, each object once: a cache of objects only costs.
            try GitError.check(policyhistory_git_set_object_caching(0), "git_libgit2_opts")
            // As git does, trees and commits are trusted to their checksums while walking (hashing every root tree again doubles
            // the time); the contents of policies are hashed where they are read, see GitRepository.content(of:limit:).
            try GitError.check(policyhistory_git_set_strict_hash_verification(0), "git_libgit2_opts")
            try GitError.check(policyhistory_git_enable_fsync(1), "git_libgit2_opts")
            return .success(())
        } catch {
            return .failure(error)
        }
    }
}

/// Stands before the function of mbed TLS that reads a file of certificates, and reads none.
///
/// libgit2 reads all certificates of the system as it starts, for connections that this program never makes: without a way to leave that
/// out, it would take half of the time in which a short question is answered. The program's own function is found before the library's, and
/// libgit2 goes on without certificates. Where libgit2 is built without mbed TLS nobody calls this.
@_cdecl("mbedtls_x509_crt_parse_file")
public func readNoCertificates(_ chain: UnsafeMutableRawPointer?, _ path: UnsafePointer<CChar>?) -> Int32 {
    -0x2900  // MBEDTLS_ERR_X509_FILE_IO_ERROR
}
