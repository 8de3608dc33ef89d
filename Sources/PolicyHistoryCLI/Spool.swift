import Synchronization

/// Where the parts of a large answer are put by until the answer is whole.
///
/// An answer is given whole or not at all, and the changelog of a large repository is larger than memory should be: beyond a limit its
/// parts go into a file without a name, which is gone when the process is. Where no such file can be had, memory has to do.
final class Spool: Sendable {
    /// A part that was put by.
    enum Part: Sendable {
        case memory([UInt8])
        case file(offset: Int, count: Int)
    }

    private struct State {
        var inMemory = 0
        var file: Platform.NamelessFile?
        var hasFailed = false
    }

    /// How many bytes stay in memory.
    private static let memoryLimit = 96 << 20
    private let folder: String
    private let state = Mutex(State())

    /// Makes a spool.
    ///
    /// - Parameter folder: where its file lies, if one is needed.
    init(in folder: String) { self.folder = folder }

    /// Puts a part by; several threads may do so at once.
    func put(_ bytes: [UInt8]) -> Part {
        state.withLock { state in
            if state.inMemory + bytes.count > Self.memoryLimit, !state.hasFailed {
                if state.file == nil { state.file = Platform.NamelessFile(in: folder) }
                if let offset = state.file?.append(bytes) { return .file(offset: offset, count: bytes.count) }
                state.hasFailed = true
            }
            state.inMemory += bytes.count
            return .memory(bytes)
        }
    }

    /// Gives the bytes of a part on, piece by piece.
    ///
    /// - Returns: how writing them ended.
    func give(_ part: Part, _ write: ([UInt8]) -> Platform.Written) -> Platform.Written {
        switch part {
        case .memory(let bytes): return write(bytes)
        case .file(let offset, let count):
            guard let file = state.withLock({ $0.file }) else { return .all }
            return file.give(offset..<(offset + count), write)
        }
    }
}
