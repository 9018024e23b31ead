import { Modal } from 'antd';
import type { DialogProps } from '../Dialog.tsx';
import { OfficeTheme } from './OfficeTheme.tsx';

const width = 560;

/** Ant Design's dialog: what opens in it (a calendar, a list) may be larger than it. */
export const OfficeDialog = ({ open, title, onClose, children }: DialogProps) => (
  <OfficeTheme>
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      width={width}
      centered
      destroyOnHidden
    >
      <div className="qz-dialog-body">{children}</div>
    </Modal>
  </OfficeTheme>
);
