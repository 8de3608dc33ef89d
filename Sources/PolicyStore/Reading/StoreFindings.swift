import PolicyModel

/// The wording of what the store notices in a repository.
extension Finding {
    static func blobTooLarge(_ path: String, size: Int) -> Finding {
        Finding(
            id: "blob-too-large", severity: .error,
            message:
                "\(path) holds \(size) bytes, more than the \(GitPolicySource.blobLimit) that are read; its text is taken as empty.",
            place: Place(path: path), fix: "Split the document, or take images and data out of it.")
    }

    static func symlinkIgnored(_ path: String) -> Finding {
        Finding(
            id: "symlink-ignored", severity: .note, message: "\(path) is a symbolic link and is not read.",
            place: Place(path: path), fix: "Commit the file itself where it is a policy.")
    }

    static func submoduleIgnored(_ path: String) -> Finding {
        Finding(
            id: "submodule-ignored", severity: .note, message: "\(path) is a submodule and is not read.",
            place: Place(path: path), fix: "Ask the submodule's own repository for its policies.")
    }

    static func pathNotUTF8(_ path: String) -> Finding {
        Finding(
            id: "path-not-utf8", severity: .warning, message: "The path \(path) is not UTF-8.",
            place: Place(path: path),
            fix: "Rename the file; its history is kept.")
    }

    static func further(_ count: Int, like first: Finding) -> Finding {
        Finding(
            id: first.id, severity: first.severity,
            message: "The same holds of \(count) further \(count == 1 ? "path" : "paths").", fix: first.fix)
    }

    static func datesRunBackwards(count: Int, first: DatedCommit, parent: Instant) -> Finding {
        let commits = count == 1 ? "One commit is" : "\(count) commits are"
        return Finding(
            id: "dates-run-backwards", severity: .note,
            message:
                "\(commits) dated before the commit that precedes \(count == 1 ? "it" : "them") on the line; the first is "
                + "\(first.commit.description.prefix(12)), dated \(first.recorded.utcDay) after a commit of \(parent.utcDay)."
        )
    }

    static func recordedBefore1970(_ path: String, _ moment: Instant) -> Finding {
        Finding(
            id: "recorded-before-1970", severity: .warning,
            message:
                "\(path) is of \(moment.utcDay), and git has no dates before 1970: its commit bears the first moment of 1970.",
            place: Place(path: path))
    }

    static func historyIsShallow(oldest: DatedCommit) -> Finding {
        Finding(
            id: "history-is-shallow", severity: .warning,
            message:
                "This is a shallow clone: its history ends at \(oldest.commit.description.prefix(12)) of \(oldest.recorded.utcDay), "
                + "and what that commit holds looks as if it was new then.",
            fix: "Fetch the rest with `git fetch --unshallow`.")
    }
}

/// A commit on the line with its committer date.
struct DatedCommit: Hashable, Sendable {
    let commit: ObjectID
    let recorded: Instant
}
