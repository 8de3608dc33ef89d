package import PolicyModel

/// Who records a version.
package struct Identity: Hashable, Sendable {
    /// The name.
    package let name: String
    /// The address.
    package let email: String

    /// Makes an identity.
    package init(name: String, email: String) {
        self.name = name
        self.email = email
    }
}

/// Records new versions of policies as commits.
package struct Recorder: Sendable {
    let repository: GitRepository

    /// Makes a recorder for a repository with a working folder.
    ///
    /// - Throws: where the repository is bare.
    package init(repository: GitRepository) throws(StoreError) { self.repository = repository }

    /// Returns who records, from git's configuration (`user.name`, `user.email`).
    ///
    /// - Throws: where it is not set, or holds control characters.
    package func identity() throws(StoreError) -> Identity {
        throw StoreError(.usage, "This version does not record yet.")
    }

    /// Records a policy's working files as a new commit on the branch that is checked out.
    ///
    /// - Parameters:
    ///   - policy: the policy as it was read from the working folder.
    ///   - text: the bytes of its text, with the front matter as it is to be recorded; also written into the working file.
    ///   - message: the commit message.
    ///   - identity: who records it.
    ///   - now: the commit's date, with the offset of the zone in minutes.
    /// - Returns: the commit; nil where the newest commit holds exactly this already.
    /// - Throws: where the branch moved meanwhile, is locked, or something cannot be written.
    package func record(
        _ policy: WorkingPolicy, text: [UInt8], message: String, as identity: Identity, at now: Instant, offset: Int = 0
    ) throws(StoreError) -> ObjectID? {
        throw StoreError(.usage, "This version does not record yet.")
    }
}
