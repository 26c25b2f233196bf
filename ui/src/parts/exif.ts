// A photo made smaller keeps where and when it was taken: the Exif segment is carried over (JPEG, Exif 2.3), only the
// rotation is set to "upright", because the pixels have been turned already.

function exifSegment(jpeg: DataView<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
    if (jpeg.byteLength < 4 || jpeg.getUint16(0) !== 0xffd8) return undefined;
    for (let at = 2; at + 10 < jpeg.byteLength; ) {
        const marker = jpeg.getUint16(at);
        const length = jpeg.getUint16(at + 2);
        if (marker < 0xffe0 || marker === 0xffda || length < 2 || at + 2 + length > jpeg.byteLength) return undefined;
        if (marker === 0xffe1 && jpeg.getUint32(at + 4) === 0x45786966)
            return new Uint8Array(jpeg.buffer.slice(jpeg.byteOffset + at, jpeg.byteOffset + at + 2 + length));
        at += 2 + length;
    }
    return undefined;
}

function setUpright(segment: Uint8Array<ArrayBuffer>): void {
    const tiff = new DataView(segment.buffer, segment.byteOffset + 10);
    const little = tiff.getUint16(0) === 0x4949;
    const directory = tiff.getUint32(4, little);
    const entries = tiff.getUint16(directory, little);
    for (let i = 0; i < entries; i++) {
        const entry = directory + 2 + i * 12;
        if (tiff.getUint16(entry, little) === 0x0112) tiff.setUint16(entry + 8, 1, little);
    }
}

/** The new picture with the old one's Exif; the new one alone when there is none or it cannot be read. */
export async function withExif(from: Blob, picture: Blob): Promise<Blob> {
    try {
        const segment = exifSegment(new DataView(await from.slice(0, 256 * 1024).arrayBuffer()));
        if (!segment) return picture;
        setUpright(segment);
        return new Blob([picture.slice(0, 2), segment, picture.slice(2)], { type: picture.type });
    } catch {
        return picture;
    }
}
