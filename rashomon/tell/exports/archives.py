"""ZIP archives whose bytes depend on what is in them only, not on when they were made."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["StillZip"]

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that a ZIP archive can name


class StillZip(ZipFile):
    """An archive for writing, in which every file is of the same day."""

    def __init__(self, file: IO[bytes]) -> None:
        """Open an archive that writes into `file`."""
        super().__init__(file, "w", ZIP_DEFLATED)

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: str | bytes,  # type: ignore[override]  # what its users write
        compress_type: int | None = ZIP_DEFLATED,
        compresslevel: int | None = None,
    ) -> None:
        """Write text or bytes under a name."""
        super().writestr(_still(zinfo_or_arcname), data, compress_type, compresslevel)

    def write(
        self,
        filename: str | os.PathLike[str],
        arcname: str | os.PathLike[str] | None = None,
        compress_type: int | None = ZIP_DEFLATED,
        compresslevel: int | None = None,  # noqa: ARG002  as ZipFile has it
    ) -> None:
        """Write a file under a name."""
        info = _still(str(arcname or filename))
        info.compress_type = ZIP_DEFLATED if compress_type is None else compress_type
        with Path(filename).open("rb") as source, self.open(info, "w") as target:
            shutil.copyfileobj(source, target)


def _still(name: str | ZipInfo) -> ZipInfo:
    return ZipInfo(name.filename if isinstance(name, ZipInfo) else name, _EPOCH)
