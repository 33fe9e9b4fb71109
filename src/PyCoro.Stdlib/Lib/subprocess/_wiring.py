"""What the standard streams of a child are connected with: pipes, files, descriptors, nothing."""

import os

# Wishes that are no descriptors.
PIPE = -1
STDOUT = -2
DEVNULL = -3


class Wiring:
    """For each standard stream the descriptor that the child gets, and for a pipe the end that stays here; -1 for none."""

    def __init__(self, stdin, stdout, stderr, pipesize):
        self.child = [-1, -1, -1]
        self.ours = [-1, -1, -1]
        self._pipesize = pipesize
        # Those that nobody needs any more when the child has got them.
        self._for_child = []
        self._null = -1
        try:
            for stream, wish in enumerate((stdin, stdout, stderr)):
                if wish is not None:
                    self.child[stream] = self._connect(stream, wish)
        except BaseException:
            self.close()
            raise

    def _connect(self, stream, wish):
        if wish == PIPE:
            return self._make_pipe(stream)
        if wish == DEVNULL:
            if self._null < 0:
                self._null = os.open(os.devnull, os.O_RDWR)
                self._for_child.append(self._null)
            return self._null
        if wish == STDOUT and stream == 2:
            return 1 if self.child[1] == -1 else self.child[1]
        return wish if isinstance(wish, int) else wish.fileno()

    def _make_pipe(self, stream):
        read, write = os.pipe()
        self.ours[stream], theirs = (write, read) if stream == 0 else (read, write)
        self._for_child.append(theirs)
        if self._pipesize > 0:
            import fcntl
            fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, self._pipesize)
        return theirs

    def release(self):
        """Close what only the child needs."""
        while self._for_child:
            os.close(self._for_child.pop())

    def close(self):
        """Close everything, for there is no child."""
        self.release()
        for stream, end in enumerate(self.ours):
            if end >= 0:
                self.ours[stream] = -1
                os.close(end)
