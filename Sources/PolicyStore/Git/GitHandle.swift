import CGit2

/// Owns one libgit2 object and frees it exactly once.
struct GitHandle: ~Copyable {
    let pointer: OpaquePointer
    private let free: @convention(c) (OpaquePointer?) -> Void

    /// Makes the call and owns what it gives.
    ///
    /// - Throws: where the call fails, or gives nothing.
    init(
        _ call: StaticString, free: @escaping @convention(c) (OpaquePointer?) -> Void,
        open: (inout OpaquePointer?) -> Int32
    ) throws(GitError) {
        var pointer: OpaquePointer?
        // The status is read, and git_error_last with it, before anything else can call into libgit2.
        try GitError.check(open(&pointer), call)
        guard let pointer else { throw GitError.noObject(from: call) }
        self.pointer = pointer
        self.free = free
    }

    deinit { free(pointer) }
}
