const reasons: Readonly<Record<string, string>> = {
    EACCES: 'access is denied.',
    EPERM: 'access is denied.',
    ENOENT: 'it does not exist.',
    ENOTDIR: 'a part of its path is a file, not a folder.',
    EEXIST: 'a file stands where a folder is needed.',
    EISDIR: 'it is a folder.',
    ENOSPC: 'the disk is full.',
    EDQUOT: 'the disk quota is used up.',
    EROFS: 'the disk is read-only.',
    ELOOP: 'its links lead in a circle.',
    ENXIO: 'nothing reads from it.',
    EPIPE: 'its reader went away.',
    ENAMETOOLONG: 'its name is too long.',
    EMFILE: 'too many files are open.',
};

/** Why the file system refused, in words; no stack, and no path of the system call. */
export function failureText(error: unknown): string {
    const code = (error as NodeJS.ErrnoException | undefined)?.code;
    return (code && reasons[code]) ?? (error instanceof Error ? error.message : String(error));
}
