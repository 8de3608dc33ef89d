#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension Platform {
    /// A file that no folder lists: it is gone when the process is, however that ends.
    struct NamelessFile: Sendable {
        private let descriptor: Int32
        private var size = 0

        /// Makes a file; nil where there can be none in the folder.
        init?(in folder: String) {
            var path = Array("\(folder)/policyhistory-XXXXXX".utf8CString)
            descriptor = mkstemp(&path)
            if descriptor < 0 { return nil }
            unlink(path)
        }

        /// Appends bytes, and returns where they begin; nil where they could not be written.
        mutating func append(_ bytes: [UInt8]) -> Int? {
            guard case .all = Platform.write(bytes, to: descriptor) else {
                // What was written of them is cut off again, so that the next ones begin where these did.
                ftruncate(descriptor, off_t(size))
                lseek(descriptor, off_t(size), SEEK_SET)
                return nil
            }
            defer { size += bytes.count }
            return size
        }

        /// Gives the bytes of a range on, piece by piece.
        func give(_ range: Range<Int>, _ write: ([UInt8]) -> Platform.Written) -> Platform.Written {
            var place = range.lowerBound
            while place < range.upperBound {
                var buffer = [UInt8](repeating: 0, count: min(1 << 20, range.upperBound - place))
                let count = buffer.withUnsafeMutableBytes {
                    pread(descriptor, $0.baseAddress, $0.count, off_t(place))
                }
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return .failed(count < 0 ? String(cString: strerror(errno)) : "it was cut short") }
                buffer.removeLast(buffer.count - count)
                let written = write(buffer)
                if written != .all { return written }
                place += count
            }
            return .all
        }
    }
}
