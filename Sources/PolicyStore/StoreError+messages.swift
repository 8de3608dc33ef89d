import CGit2

/// The wording of every failure of the store.
extension StoreError {
    // MARK: Opening

    static func noRepository(at path: String, above: String?) -> StoreError {
        StoreError(
            .notFound, "There is no git repository at \(path).",
            hint: above.map { "It lies inside the repository \($0); name that one." }
                ?? "Name a repository with --repository, make one with `policyhistory init`, or try --example.")
    }

    static func noRepository(around folder: String) -> StoreError {
        StoreError(
            .notFound, "\(folder) is in no git repository.",
            hint: "Name a repository with --repository, make one with `policyhistory init`, or try --example.")
    }

    static func foreignOwner(_ path: String) -> StoreError {
        StoreError(
            .io, "The repository \(path) belongs to another user, so git's safety check refuses to open it.",
            hint: "If you trust it, pass --allow-foreign-owner, or make its files your own.")
    }

    static func unsupported(_ path: String, reason: String) -> StoreError {
        let sha256 = reason.contains("objectformat")
        return StoreError(
            .badData,
            sha256
                ? "The repository \(path) names its objects by SHA-256, which this libgit2 cannot read."
                : "The repository \(path) uses an extension of git that this libgit2 cannot read (\(reason)).",
            hint: sha256 ? "Use a repository made with --object-format=sha1, git's default." : nil)
    }

    static func cannotOpen(_ path: String, _ error: GitError) -> StoreError {
        StoreError(.io, "The repository \(path) cannot be opened: \(error.message).")
    }

    static func unborn(_ path: String, _ head: GitHead) -> StoreError {
        let branch = if case .unborn(let reference) = head { reference } else { "HEAD" }
        let name = branch.hasPrefix("refs/heads/") ? String(branch.dropFirst(11)) : branch
        return StoreError(
            .notFound, "The repository \(path) has no commit on its branch \(name) yet.",
            hint: "Commit a policy first, or check out a branch that has commits.")
    }

    static func libraryUnusable(_ error: GitError) -> StoreError {
        StoreError(
            .io, "libgit2 cannot be used: \(error.message).",
            hint:
                "Install the libgit2 that this program was built with, or build it again with the one that is installed."
        )
    }

    // MARK: Reading

    static func rootMissing(_ root: String) -> StoreError {
        StoreError(
            .notFound, "The newest commit has no folder \(root).",
            hint: "Check --root, or `root:` in policyhistory.yaml.")
    }

    static func invalidRoot(_ root: String) -> StoreError {
        StoreError(
            .usage, "\(root) is no folder of the repository: a root is a path below its top, without `..`.")
    }

    static func missingObject(_ error: GitError) -> StoreError {
        StoreError(
            .badData, "The repository lacks an object that its history needs (\(error.message)).",
            hint:
                "In a partial clone fetch the rest (`git fetch --refetch --no-filter`); otherwise `git fsck` tells what is lost."
        )
    }

    static func damaged(_ error: GitError) -> StoreError {
        StoreError(
            .badData, "The repository is damaged: \(error.message).",
            hint: "`git fsck` tells what is damaged; a fresh clone may have it whole.")
    }

    static func textTooLarge(_ path: String, size: Int) -> StoreError {
        StoreError(.badData, "\(path) holds \(size) bytes, more than the \(GitPolicySource.blobLimit) that are read.")
    }

    /// Runs `body` and puts what git says into the words of the store.
    static func translating<Result>(_ what: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as GitError {
            throw git(error, doing: what)
        }
    }

    static func git(_ error: GitError, doing what: String) -> StoreError {
        if error.isMissingObject { return missingObject(error) }
        switch (error.code, error.category) {
        case (.mismatch, _), (_, Int32(GIT_ERROR_ZLIB.rawValue)), (_, Int32(GIT_ERROR_ODB.rawValue)):
            return damaged(error)
        default: return StoreError(.io, "git could not \(what): \(error.message).")
        }
    }

    static func ambiguousRevision(_ revision: String) -> StoreError {
        StoreError(
            .usage, "More than one object of the repository is named \(revision).", hint: "Give more of its digits.")
    }

    // MARK: Folders

    static func noFolder(_ path: String) -> StoreError {
        StoreError(.notFound, "There is no folder \(path).")
    }

    static func unreadable(_ failure: FileSystem.Failure) -> StoreError {
        StoreError(failure.isMissing ? .notFound : .io, "\(failure.path) cannot be read: \(failure.words).")
    }

    static func unwritable(_ failure: FileSystem.Failure) -> StoreError {
        StoreError(.io, "\(failure.path) cannot be written: \(failure.words).")
    }

    static func noSnapshots(_ folder: String) -> StoreError {
        StoreError(
            .badData, "\(folder) holds no dated snapshots.",
            hint: "It should look like <policy>/<label>/policy.md, with rules.yaml beside it.")
    }

    static func snapshotWithoutText(_ folder: String) -> StoreError {
        StoreError(.badData, "The snapshot \(folder) has no policy.md.")
    }

    static func snapshotWithoutDate(_ file: String) -> StoreError {
        StoreError(
            .badData, "\(file) has no date, so its place in the history is unknown.",
            hint:
                "State `recorded:`, `published:` or `effective:` in its front matter, or name its folder by a date (2026-03-25)."
        )
    }

    // MARK: Making repositories

    static func somethingIsThere(_ path: String) -> StoreError {
        StoreError(
            .usage, "\(path) exists already and is not an empty folder; nothing is written over it.",
            hint: "Name a new folder.")
    }

    static func invalidPath(_ path: String) -> StoreError {
        StoreError(.usage, path.isEmpty ? "The path is empty." : "The path \(path) holds a NUL byte.")
    }

    static func snapshotsAreNative(_ path: String) -> StoreError {
        StoreError(
            .badData,
            "\(path) sets the layout `documents`; dated snapshots are folders with policy.md, the layout `native`.",
            hint: "Take `layout:` out of it.")
    }

    static func noPlaceForExample(_ reasons: [String]) -> StoreError {
        StoreError(
            .io, "The example has no place to be kept: \(reasons.joined(separator: " ")).",
            hint: "Set XDG_CACHE_HOME or TMPDIR to a folder that you may write to.")
    }

    // MARK: Recording

    static func bareRepository(_ path: String) -> StoreError {
        StoreError(
            .usage, "The repository \(path) is bare: it has no working files to record.",
            hint: "Clone it, and record in the clone.")
    }

    static func noPlaceForNotices() -> StoreError {
        StoreError(
            .usage,
            "A notice is edited in notices/LABEL.md beside its policy, and in the layout `documents`, where every Markdown file is a policy, there is no place for it.",
            hint:
                "Keep the policy as POLICY/policy.md, or write the notice to a file with `policyhistory notice POLICY --output FILE`."
        )
    }

    static func noFilesForNotices(_ path: String) -> StoreError {
        StoreError(
            .usage,
            "A notice is edited in notices/LABEL.md beside its policy, and the repository \(path) is bare: it has no working files.",
            hint:
                "Clone it and work in the clone, or write the notice to a file with `policyhistory notice POLICY --output FILE`."
        )
    }

    static func detachedHead(_ path: String) -> StoreError {
        StoreError(
            .usage, "HEAD of \(path) is on no branch, so a version recorded there would soon be lost.",
            hint: "Check out a branch first (`git switch main`).")
    }

    static func unfinishedWork(_ path: String) -> StoreError {
        StoreError(
            .usage, "A merge, rebase or the like is under way in \(path).",
            hint: "Finish it, or give it up, before recording a version.")
    }

    static func branchMoved(_ reference: String) -> StoreError {
        StoreError(
            .io, "The branch \(reference) moved while the version was being recorded; nothing was recorded.",
            hint: "Look at `policyhistory status`, then record again.")
    }

    static func locked(_ path: String) -> StoreError {
        StoreError(
            .io,
            "\(path) is there: another git is at work in this repository, or one was killed in it. Nothing was recorded.",
            hint: "If no git is running, remove that file and record again.")
    }

    static func noIdentity(_ name: String) -> StoreError {
        StoreError(
            .usage, "git does not know who you are: \(name) is not set.",
            hint:
                "Set it with `git config --global user.name \"Your Name\"` and `git config --global user.email you@example.com`."
        )
    }

    static func invalidIdentity(_ name: String) -> StoreError {
        let isVariable = name.hasPrefix("GIT_")
        return StoreError(
            .usage,
            "\(isVariable ? "The variable" : "git's setting") \(name) holds a control character, < or >, which a commit cannot carry.",
            hint: isVariable ? "Set it anew, or unset it." : "Set it anew with `git config --global \(name) …`.")
    }

    static func invalidDate(_ variable: String, _ text: String) -> StoreError {
        StoreError(
            .usage, "The date \"\(text)\" of \(variable) cannot be read.",
            hint: "Write it with its zone, such as 2026-03-25T10:00:00+01:00, or unset \(variable).")
    }

    static func invalidMessage() -> StoreError {
        StoreError(.usage, "The commit message is empty or holds a NUL byte.")
    }

    static func noText(_ policy: String) -> StoreError {
        StoreError(
            .notFound, "The policy \(policy) has no text in the working folder, so there is no version to record.")
    }

    static func recordedButNotWritten(_ commit: String, _ path: String, _ why: String) -> StoreError {
        StoreError(
            .io, "The version is recorded as \(commit), but \(path) could not be brought up to it: \(why).",
            hint: "Bring the working folder up to the commit with `git restore --staged --worktree \(path)`.")
    }

    static func changedMeanwhile(_ path: String) -> StoreError {
        StoreError(
            .io, "\(path) was changed while the version was being recorded; nothing was recorded.",
            hint: "Record again.")
    }
}
