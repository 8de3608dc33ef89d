import CGit2

/// What libgit2 refused to do, with its own words for why.
package struct GitError: Error, Hashable, Sendable {
    /// The status that the call returned; codes that this version of the code does not know survive.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package let rawValue: Int32

        package init(rawValue: Int32) { self.rawValue = rawValue }

        static let generic = Code(rawValue: GIT_ERROR.rawValue)
        static let notFound = Code(rawValue: GIT_ENOTFOUND.rawValue)
        static let exists = Code(rawValue: GIT_EEXISTS.rawValue)
        static let ambiguous = Code(rawValue: GIT_EAMBIGUOUS.rawValue)
        static let bareRepository = Code(rawValue: GIT_EBAREREPO.rawValue)
        static let invalidSpec = Code(rawValue: GIT_EINVALIDSPEC.rawValue)
        static let locked = Code(rawValue: GIT_ELOCKED.rawValue)
        static let modified = Code(rawValue: GIT_EMODIFIED.rawValue)
        static let peel = Code(rawValue: GIT_EPEEL.rawValue)
        static let mismatch = Code(rawValue: GIT_EMISMATCH.rawValue)
        static let owner = Code(rawValue: -36)  // GIT_EOWNER, absent from the headers of 1.5
    }

    /// The status.
    package let code: Code
    /// The part of libgit2 that refused (`git_error_t`).
    package let category: Int32
    /// The call that was made.
    package let call: String
    /// libgit2's message.
    package let message: String

    init(code: Code, category: Int32 = 0, call: String, message: String) {
        self.code = code
        self.category = category
        self.call = call
        self.message = message
    }

    /// Returns where the status says that the call succeeded.
    ///
    /// `git_error_last` is per thread, keeps old messages after a success and may be nil: it is read only here, on a
    /// negative status, in the same synchronous step as the call.
    static func check(_ status: Int32, _ call: StaticString) throws(GitError) {
        guard status < 0 else { return }
        let system = policyhistory_system_reason()
        let last = git_error_last()
        let guess = system.map { "; the system's last failure was: \(String(cString: $0))" } ?? ""
        let message = last.flatMap { $0.pointee.message }.map { String(cString: $0) } ?? "no reason given" + guess
        throw GitError(
            code: Code(rawValue: status), category: last?.pointee.klass ?? 0, call: "\(call)", message: message)
    }

    /// The call said that it succeeded and gave nothing.
    static func noObject(from call: StaticString) -> GitError {
        GitError(code: .generic, call: "\(call)", message: "the call gave no object")
    }

    /// An object whose bytes are not what its kind demands.
    static func corrupt(_ kind: String, _ id: git_oid) -> GitError {
        GitError(
            code: .mismatch, category: Int32(GIT_ERROR_ODB.rawValue), call: "reading a \(kind)",
            message: "the \(kind) \(hexadecimal(id)) is damaged")
    }

    /// Whether an object that should be there is not (a partial clone, a damaged repository).
    var isMissingObject: Bool {
        code == .notFound && category == Int32(GIT_ERROR_ODB.rawValue)
    }
}
